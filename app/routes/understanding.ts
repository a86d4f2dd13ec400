import { z } from "zod";
import { requirePrincipal } from "../../config/index.js";
import {
  confusionSchema,
  dismissSchema,
  exampleFormSchema,
  exportQuerySchema,
  idSchema,
  judgeSuggestionSchema,
  questionGroupSchema,
  questionQuerySchema,
  suggestionSchema,
  talkLineSchema,
  taughtExampleSchema,
  thresholdTrialQuerySchema,
  thresholdTrialSchema,
  triedSchema,
  trySchema,
  understandingStateSchema,
} from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";
import { builtInIntents } from "../../nlp/index.js";
import type { Learning } from "../learning/index.js";
import { goldRoutes } from "./understanding-gold.js";
import { localeQuery, toUnderstandingId } from "./understanding-parts.js";
import { searchWordRoutes } from "./understanding-search.js";

export type UnderstandingRouteParts = Learning;

const path = "/api/v1/understanding";
const shownRuns = 20;
const contentTypes = { json: "application/json; charset=utf-8", csv: "text/csv; charset=utf-8" } as const;

/** How well the assistant understands, and what it learns from; everything here is for admins. */
export function understandingRoutes(parts: UnderstandingRouteParts): Route[] {
  return [
    ...stateRoutes(parts),
    ...questionRoutes(parts),
    ...exampleRoutes(parts),
    ...goldRoutes(parts),
    ...searchWordRoutes(parts),
  ];
}

function stateRoutes(parts: UnderstandingRouteParts): Route[] {
  const { learning, training } = parts;
  const readState = async (locale: "en" | "es" | "pt") => {
    const [runs, goldRuns, activities] = await Promise.all([
      learning.runs.list(shownRuns),
      learning.gold.runs(1),
      learning.meanings.activities(locale),
    ]);
    return {
      training: { ...training.state(), threshold: learning.threshold() },
      runs,
      gold: goldRuns[0],
      intents: [...builtInIntents],
      activities,
    };
  };
  return [
    defineRoute({
      method: "get",
      path,
      summary: "The model that answers, its trainings, and everything that can be meant",
      who: "admin",
      query: localeQuery,
      answer: understandingStateSchema,
      handle: async ({ query, locale }) => ({ body: await readState(query.locale ?? locale) }),
    }),
    defineRoute({
      method: "post",
      path: `${path}/train`,
      summary:
        "Train with what is taught now, also where it failed before; the model before it answers meanwhile",
      who: "admin",
      query: localeQuery,
      answer: understandingStateSchema,
      handle: async ({ query, locale }) => {
        // Why it failed stands in the answer; the old model goes on.
        await training.retry().catch(() => undefined);
        return { body: await readState(query.locale ?? locale) };
      },
    }),
    defineRoute({
      method: "post",
      path: `${path}/try`,
      summary: "Explain what the assistant makes of a sentence",
      who: "admin",
      audit: "never",
      body: trySchema,
      query: localeQuery,
      answer: triedSchema,
      handle: async ({ principal, body, query, locale }) => ({
        body: await learning.tryIt(requirePrincipal(principal), body, query.locale ?? locale),
      }),
    }),
    defineRoute({
      method: "get",
      path: `${path}/what-if`,
      summary:
        "What would have been answered, asked back and not understood under another accuracy threshold",
      who: "admin",
      query: thresholdTrialQuerySchema,
      answer: thresholdTrialSchema,
      handle: async ({ query }) => ({ body: await learning.whatIf(query.minimum) }),
    }),
    defineRoute({
      method: "get",
      path: `${path}/export`,
      summary: "One of the lists as a file",
      who: "admin",
      sends: ["application/json", "text/csv"],
      query: exportQuerySchema.extend(localeQuery.shape),
      handle: async ({ query: { what, format, minimum, locale: wanted }, locale }) => ({
        text: {
          type: contentTypes[format],
          content: await learning.exportList({ what, format, minimum, locale: wanted ?? locale }),
        },
        headers: { "Content-Disposition": `attachment; filename="${what}.${format}"` },
      }),
    }),
  ];
}

function questionRoutes({ learning }: UnderstandingRouteParts): Route[] {
  const { questions, choices, meter } = learning;
  return [
    defineRoute({
      method: "get",
      path: `${path}/talks/:id`,
      summary: "The talk in which a question was asked",
      who: "admin",
      answer: z.object({ items: z.array(talkLineSchema) }),
      handle: async ({ params }) => ({
        body: { items: await learning.readTalk(toUnderstandingId(params.id)) },
      }),
    }),
    defineRoute({
      method: "get",
      path: `${path}/questions`,
      summary: "What found no answer or was refused, like questions together, most asked first",
      who: "admin",
      query: questionQuerySchema,
      answer: z.object({
        items: z.array(questionGroupSchema),
        next: z.string().optional(),
        total: z.int(),
      }),
      handle: async ({ query }) => ({ body: await questions.list(query) }),
    }),
    defineRoute({
      method: "post",
      path: `${path}/questions/dismiss`,
      summary: "Take questions off the list",
      who: "admin",
      success: 204,
      body: dismissSchema,
      handle: async ({ principal, body }) => {
        await questions.dismiss(body.messageIds, requirePrincipal(principal).accountId);
        return { status: 204 };
      },
    }),
    defineRoute({
      method: "get",
      path: `${path}/suggestions`,
      summary: "What people chose when several things were shown: to be learned once an admin agrees",
      who: "admin",
      query: localeQuery,
      answer: z.object({ items: z.array(suggestionSchema) }),
      handle: async ({ query, locale }) => ({
        body: { items: await choices.suggestions(query.locale ?? locale) },
      }),
    }),
    defineRoute({
      method: "post",
      path: `${path}/suggestions/judge`,
      summary: "Accept what people chose, as an example or for search, or reject it",
      who: "admin",
      success: 204,
      body: judgeSuggestionSchema,
      handle: async ({ principal, body }) => {
        await choices.judge(body, requirePrincipal(principal).accountId);
        return { status: 204 };
      },
    }),
    defineRoute({
      method: "get",
      path: `${path}/confusions`,
      summary: "What is taken for what, by the gold set and by what people chose",
      who: "admin",
      query: localeQuery,
      answer: z.object({ items: z.array(confusionSchema) }),
      handle: async ({ query, locale: fallback }) => {
        const locale = query.locale ?? fallback;
        const all = [...(await meter.confusions(locale)), ...(await choices.confusions(locale))];
        return { body: { items: all.sort((a, b) => b.count - a.count) } };
      },
    }),
  ];
}

function exampleRoutes({ learning: { examples } }: UnderstandingRouteParts): Route[] {
  return [
    defineRoute({
      method: "get",
      path: `${path}/examples`,
      summary: "Sentences that admins have taught",
      who: "admin",
      query: localeQuery,
      answer: z.object({ items: z.array(taughtExampleSchema) }),
      handle: async ({ query, locale }) => ({ body: { items: await examples.list(query.locale ?? locale) } }),
    }),
    defineRoute({
      method: "post",
      path: `${path}/examples`,
      summary: "Teach what a sentence means; every node learns it",
      who: "admin",
      success: 201,
      body: exampleFormSchema,
      answer: z.object({ id: idSchema }),
      handle: async ({ principal, body }) => {
        const source = body.messageIds.length === 0 ? "typed" : "question";
        return { status: 201, body: await examples.add(body, source, requirePrincipal(principal).accountId) };
      },
    }),
    defineRoute({
      method: "del",
      path: `${path}/examples/:id`,
      summary: "Let the assistant forget a sentence",
      who: "admin",
      success: 204,
      handle: async ({ principal, params }) => {
        await examples.remove(toUnderstandingId(params.id), requirePrincipal(principal).accountId);
        return { status: 204 };
      },
    }),
  ];
}
