import { z } from "zod";
import { requirePrincipal } from "../../config/index.js";
import {
  languageModelFormSchema,
  languageModelSchema,
  modelAnswerQuerySchema,
  modelAnswerSchema,
  triedModelSchema,
  tryLanguageModelSchema,
} from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";
import type { LanguageModelDesk } from "../language-model/index.js";

export interface LanguageModelRouteParts {
  readonly languageModel: LanguageModelDesk;
}

const path = "/api/v1/language-model";

/** Answers written by a language model: where it is asked, what it costs, and what the check made of it. */
export function languageModelRoutes({ languageModel }: LanguageModelRouteParts): Route[] {
  return [
    defineRoute({
      method: "get",
      path,
      summary: "How the language model is set up, and what it was asked today and this month; never its key",
      who: "admin",
      answer: languageModelSchema,
      handle: async () => ({ body: await languageModel.read() }),
    }),
    defineRoute({
      method: "put",
      path,
      summary: "Set up the language model; a key is kept for this endpoint alone and never told again",
      who: "admin",
      body: languageModelFormSchema,
      answer: languageModelSchema,
      handle: async ({ principal, body: { settings, version, apiKey } }) => {
        await languageModel.save({ settings, version, apiKey, by: requirePrincipal(principal).accountId });
        return { body: await languageModel.read() };
      },
    }),
    defineRoute({
      method: "post",
      path: `${path}/try`,
      summary:
        "Ask a question as a requester would: what the model got, what it wrote and what the check says",
      who: "admin",
      audit: "never",
      body: tryLanguageModelSchema,
      answer: triedModelSchema,
      handle: async ({ principal, body }) => ({
        body: await languageModel.tryIt(requirePrincipal(principal), body),
      }),
    }),
    defineRoute({
      method: "get",
      path: `${path}/answers`,
      summary: "What requesters asked and what became of it, the newest first",
      who: "admin",
      query: modelAnswerQuerySchema,
      answer: z.object({ items: z.array(modelAnswerSchema) }),
      handle: async ({ query }) => ({ body: { items: await languageModel.list(query) } }),
    }),
  ];
}
