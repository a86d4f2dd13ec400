import type { Mode } from "../../contract/index.js";

/**
 * The mode that the parameters amount to (S2-3 to S2-8). 316 other than Y switches the chat off. The assistant answers
 * first when 423 or 450 says Y and neither says N: each of the two documents that name them knows only its own, so a
 * plain N of either must be able to bring people back. 9001 adds people behind the assistant. Where the desk has no
 * assistant, 423 and 450 have no effect (S2-6).
 */
export function deriveMode({
  get,
  assistantAvailable,
}: {
  readonly get: (number: number) => string;
  readonly assistantAvailable: boolean;
}): Mode {
  if (get(316) !== "Y") return "off";
  if (!assistantAvailable) return "manual";
  const switches = [get(423), get(450)];
  if (switches.includes("N") || !switches.includes("Y")) return "manual";
  return get(9001) === "Y" ? "both" : "automatic";
}
