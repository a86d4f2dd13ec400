import { outOfScopeIntent } from "../examples.js";

/** What every desk understands without being taught, in the order of the corpus files. */
export const builtInIntents = [
  "greet",
  "thanks",
  "goodbye",
  "help",
  "are-you-a-bot",
  "change-language",
  "yes",
  "no",
  "cancel",
  "talk-to-attendant",
  "resume-attendance",
  "frustration",
  "new-ticket",
  "ticket-status",
  outOfScopeIntent,
] as const;
export type BuiltInIntent = (typeof builtInIntents)[number];

/** Sentences of each intent, in one text: "|" and line ends stand between them. */
export type Corpus = Readonly<Record<BuiltInIntent, string>>;
