import type { Locale } from "../contract/index.js";

/** The intent of sentences that belong to nothing the desk does: weather, jokes, recipes. Never a candidate. */
export const outOfScopeIntent = "out-of-scope";

/** A sentence that people say when they mean an intent. */
export interface Example {
  readonly intent: string;
  readonly language: Locale;
  readonly text: string;
}
