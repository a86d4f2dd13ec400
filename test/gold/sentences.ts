import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Locale } from "../../contract/index.js";

const sentenceSchema = z.object({
  text: z.string(),
  /** What is right to show: an activity by its English name, articles by their title, or both; or a conversational intent; or nothing. */
  expect: z.strictObject({
    activity: z.string().optional(),
    articles: z.array(z.string()).optional(),
    intent: z.string().optional(),
    outOfScope: z.literal(true).optional(),
  }),
});
export type GoldSentence = z.infer<typeof sentenceSchema>;

/** Sentences of ordinary employees at the demo desk; `dev` may be looked at when something is tuned, `test` only measured. */
export function goldSentences(part: "dev" | "test", language: Locale): GoldSentence[] {
  const file = join(__dirname, `${part}.${language}.json`);
  return z.array(sentenceSchema).parse(JSON.parse(readFileSync(file, "utf8")));
}
