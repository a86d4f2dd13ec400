import { z } from "zod";
import { requirePrincipal } from "../../config/index.js";
import {
  boostFormSchema,
  boostSchema,
  idSchema,
  synonymFormSchema,
  synonymSchema,
} from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";
import { newId } from "../../store/index.js";
import type { Learning } from "../learning/index.js";
import { toUnderstandingId } from "./understanding-parts.js";

const path = "/api/v1/understanding";

/** Words that search takes for one another, and what articles are worth; both hold at once on every node. */
export function searchWordRoutes({ learning: { searchWords } }: Pick<Learning, "learning">): Route[] {
  return [
    defineRoute({
      method: "get",
      path: `${path}/search-words`,
      summary: "Words that mean the same to search, and articles that count for more or less",
      who: "admin",
      answer: z.object({ synonyms: z.array(synonymSchema), boosts: z.array(boostSchema) }),
      handle: async () => ({ body: searchWords.list() }),
    }),
    ...routesOf("synonym", synonymFormSchema, searchWords.saveSynonym),
    ...routesOf("boost", boostFormSchema, searchWords.saveBoost),
  ];

  function routesOf<S extends z.ZodType>(
    kind: "synonym" | "boost",
    schema: S,
    save: (id: string, form: z.infer<S>, by: string) => Promise<void>,
  ): Route[] {
    const place = `${path}/${kind}s`;
    return [
      defineRoute({
        method: "post",
        path: place,
        summary: `Make a ${kind}; holds for the next search`,
        who: "admin",
        success: 201,
        body: schema,
        answer: z.object({ id: idSchema }),
        handle: async ({ principal, body }) => {
          const id = newId();
          await save(id, body, requirePrincipal(principal).accountId);
          return { status: 201, body: { id } };
        },
      }),
      defineRoute({
        method: "put",
        path: `${place}/:id`,
        summary: `Change a ${kind}; holds for the next search`,
        who: "admin",
        body: schema,
        answer: z.object({ id: idSchema }),
        handle: async ({ principal, params, body }) => {
          const id = toUnderstandingId(params.id);
          await save(id, body, requirePrincipal(principal).accountId);
          return { body: { id } };
        },
      }),
      defineRoute({
        method: "del",
        path: `${place}/:id`,
        summary: `Remove a ${kind}`,
        who: "admin",
        success: 204,
        handle: async ({ principal, params }) => {
          await searchWords.remove(kind, toUnderstandingId(params.id), requirePrincipal(principal).accountId);
          return { status: 204 };
        },
      }),
    ];
  }
}
