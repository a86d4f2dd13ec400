import { z } from "zod";
import { type ErrorBody, errorStatus, type TellError } from "../../contract/index.js";
import { es } from "./es/index.js";
import { pt } from "./pt/index.js";
import { createTranslator } from "./translator.js";
import type { Words } from "./words.js";

const reasonSchema = z.looseObject({ reason: z.string() });
const problemsSchema = z.looseObject({ problems: z.array(z.looseObject({ problem: z.string() })) });

/** Says refusals in the reader's language. Codes stay; a sentence without translation gives way to a general one. */
export function createTell(): TellError {
  const tellers = { es: createTeller(es), pt: createTeller(pt) };
  return (body, locale) => (locale === "en" ? body : tellers[locale](body));
}

/** What is said in which language, for who wants to see that nothing is missing. */
export const refusalWords = { es, pt };

function createTeller(words: Words): (body: ErrorBody) => ErrorBody {
  const phrase = createTranslator(words.phrases, () => undefined);
  const sentence = createTranslator(words.sentences, phrase);
  const valueProblem = (text: string) => sentence(text) ?? phrase(text) ?? words.invalid;
  const toDetails = (details: unknown): unknown => {
    const problems = problemsSchema.safeParse(details);
    if (problems.success) {
      const told = problems.data.problems.map((it) => ({ ...it, problem: valueProblem(it.problem) }));
      return { ...problems.data, problems: told };
    }
    const reason = reasonSchema.safeParse(details);
    return reason.success ? { ...reason.data, reason: valueProblem(reason.data.reason) } : details;
  };
  return (body) => {
    const message = sentence(body.message) ?? words.general[errorStatus[body.code]];
    return body.details === undefined
      ? { ...body, message }
      : { ...body, message, details: toDetails(body.details) };
  };
}
