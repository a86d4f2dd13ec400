import type { Parameters } from "../config/index.js";

export const accuracyParameter = 9002;

/** What an admin wants to be exceeded before the assistant goes on (S2-X4), 0..1; its own marks hold where none is set. */
export function minimumOf(parameters: Pick<Parameters, "numberOf">): number | undefined {
  const percent = parameters.numberOf(accuracyParameter);
  return percent === undefined ? undefined : percent / 100;
}
