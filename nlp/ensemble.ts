import { judge, type Worths } from "./classifier.js";
import type { HeldOut } from "./cross-validation.js";
import { indexOfGreatest } from "./linear/vectors.js";

const linearAlone: Worths = { network: 0, shared: 0 };
const tried: readonly Worths[] = [0, 0.25, 0.5, 1].flatMap((network) =>
  [0, 0.2, 0.4, 0.7].map((shared) => ({ network, shared })),
);
const fewestHeldOut = 60;

/** The worths under which most held-out texts get their intent; of equals those that hear the other opinions most. */
export function chooseWorths(heldOut: readonly HeldOut[]): Worths {
  const inside = heldOut.filter(({ label }) => label >= 0);
  if (inside.length < fewestHeldOut) return linearAlone;
  const hasNetwork = inside.some(({ opinions }) => opinions.activations.length > 0);
  const possible = tried.filter(({ network }) => network === 0 || hasNetwork);
  const rights = possible.map((worths) => inside.filter((one) => isRight(one, worths)).length);
  return possible[rights.lastIndexOf(Math.max(...rights))] ?? linearAlone;
}

function isRight({ opinions, label }: HeldOut, worths: Worths): boolean {
  return indexOfGreatest(judge(opinions, worths).margins) === label;
}
