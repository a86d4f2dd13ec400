import type { HeldOut } from "./cross-validation.js";
import { indexOfGreatest } from "./linear/vectors.js";
import { joinMargins, type Opinions, type Worths } from "./opinions.js";

/** Of a margin of the linear models; what is louder is taken down as much further. */
const unsaidWorth = 0.6;
const linearAlone: Worths = { layers: 0, network: 0, shared: 0, unsaid: unsaidWorth };
const fewestHeldOut = 60;
/** Of the network over all features, in units in which it differs between intents as much as the linear models do. */
const layersTried = [0, 0.5, 1, 2, 4];
const networkTried = [0, 0.25, 0.5, 1];
const sharedTried = [0, 0.2, 0.4, 0.7];

/** The worths under which most held-out texts get their intent; of equals those that hear the other opinions most. */
export function chooseWorths(heldOut: readonly HeldOut[]): Worths {
  const inside = heldOut.filter(({ label }) => label >= 0);
  if (inside.length < fewestHeldOut) return linearAlone;
  const has = (of: "logits" | "activations") => inside.some(({ opinions }) => opinions[of].length > 0);
  const unit = has("logits") ? spreadOf(inside, "margins") / (spreadOf(inside, "logits") || 1) : 0;
  const possible = (has("logits") ? layersTried : [0]).flatMap((layers) =>
    (has("activations") ? networkTried : [0]).flatMap((network) =>
      sharedTried.map(
        (shared): Worths => ({ layers: layers * unit, network, shared, unsaid: unsaidWorth * (1 + layers) }),
      ),
    ),
  );
  const rights = possible.map((worths) => inside.filter((one) => isRight(one, worths)).length);
  return possible[rights.lastIndexOf(Math.max(...rights))] ?? linearAlone;
}

/** How far opinions on the intents lie apart within one text, on average. */
function spreadOf(inside: readonly HeldOut[], of: keyof Pick<Opinions, "margins" | "logits">): number {
  const sum = inside.reduce((total, { opinions }) => total + deviationOf(opinions[of]), 0);
  return sum / Math.max(1, inside.length);
}

function deviationOf(numbers: Float64Array): number {
  const mean = numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);
  const squares = numbers.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return Math.sqrt(squares / Math.max(1, numbers.length));
}

function isRight({ opinions, label }: HeldOut, worths: Worths): boolean {
  return indexOfGreatest(joinMargins(opinions, worths)) === label;
}
