import type { errorStatus } from "../../contract/index.js";

type Status = (typeof errorStatus)[keyof typeof errorStatus];

/**
 * The refusals of the desk in one language, found by their English sentence. `{1}` stands for what the code puts in;
 * `{1!}` for something that is English itself and must be found among the phrases.
 */
export interface Words {
  readonly sentences: Readonly<Record<string, string>>;
  readonly phrases: Readonly<Record<string, string>>;
  /** Said of a value when what is wrong with it has no words here. */
  readonly invalid: string;
  /** Said when a sentence has no translation: nobody reads half of it in English. */
  readonly general: Readonly<Record<Status, string>>;
}
