import { z } from "zod";
import { share } from "./figures.js";

/** What a sentence may be about: `activity:<id>`, `article:<id>`, a built-in intent such as `greet`, or `out-of-scope`. */
export const meaningSchema = z
  .string()
  .regex(
    /^(?:(?:activity|article):[0-9a-f-]{36}|[a-z][a-z-]{1,40})$/,
    "an activity, an article or an intent",
  );

/** A target with its name in the reader's language; of a built-in intent the name is the target itself. */
export const namedTargetSchema = z.object({ target: z.string(), title: z.string() });
export type NamedTarget = z.infer<typeof namedTargetSchema>;
export const scoredTargetSchema = namedTargetSchema.extend({ score: share });
export type ScoredTarget = z.infer<typeof scoredTargetSchema>;

/** What the assistant would do with a sentence. */
export const verdictSchema = z.enum(["answered", "asked-back", "fallback"]);
export type SentenceVerdict = z.infer<typeof verdictSchema>;
