import { z } from "zod";
import { requirePrincipal } from "../../config/index.js";
import {
  goldFormSchema,
  goldImportReportSchema,
  goldImportSchema,
  goldRunSchema,
  goldSentenceSchema,
  idSchema,
} from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";
import type { Learning } from "../learning/index.js";
import { localeQuery, toUnderstandingId } from "./understanding-parts.js";

const path = "/api/v1/understanding/gold";
const shownRuns = 50;
const importBytesMax = 4 * 1024 * 1024;
const runsAnswer = z.object({ items: z.array(goldRunSchema) });

/** Sentences the assistant is measured with, and how it did. */
export function goldRoutes({ learning: { gold, meter } }: Pick<Learning, "learning">): Route[] {
  return [
    defineRoute({
      method: "get",
      path,
      summary: "The gold set, with what was taken for each sentence that was missed last",
      who: "admin",
      query: localeQuery,
      answer: z.object({ items: z.array(goldSentenceSchema) }),
      handle: async ({ query, locale }) => ({ body: { items: await gold.list(query.locale ?? locale) } }),
    }),
    defineRoute({
      method: "post",
      path,
      summary: "Add a sentence and what is right to show for it",
      who: "admin",
      success: 201,
      body: goldFormSchema,
      answer: z.object({ id: idSchema }),
      handle: async ({ principal, body }) => ({
        status: 201,
        body: await gold.add(body, requirePrincipal(principal).accountId),
      }),
    }),
    defineRoute({
      method: "del",
      path: `${path}/:id`,
      summary: "Take a sentence out of the set",
      who: "admin",
      success: 204,
      handle: async ({ principal, params }) => {
        await gold.remove(toUnderstandingId(params.id), requirePrincipal(principal).accountId);
        return { status: 204 };
      },
    }),
    defineRoute({
      method: "post",
      path: `${path}/import`,
      summary: "Take the sentences of a file in; tells which were refused and why",
      who: "admin",
      body: goldImportSchema,
      maxBodyBytes: importBytesMax,
      answer: goldImportReportSchema,
      handle: async ({ principal, body }) => ({
        body: await gold.import(body, requirePrincipal(principal).accountId),
      }),
    }),
    defineRoute({
      method: "get",
      path: `${path}/runs`,
      summary: "How much of the set was right, newest first",
      who: "admin",
      answer: runsAnswer,
      handle: async () => ({ body: { items: await gold.runs(shownRuns) } }),
    }),
    defineRoute({
      method: "post",
      path: `${path}/runs`,
      summary: "Measure now",
      who: "admin",
      answer: runsAnswer,
      handle: async () => {
        await meter.run();
        return { body: { items: await gold.runs(shownRuns) } };
      },
    }),
  ];
}
