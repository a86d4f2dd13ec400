import { z } from "zod";
import { requirePrincipal } from "../../config/index.js";
import type { Consults } from "../../consults/index.js";
import {
  AppError,
  consultQuerySchema,
  consultSchema,
  contactSchema,
  idSchema,
  transcriptSchema,
} from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";

export interface ConsultRouteParts {
  readonly consults: Consults;
}

/** Talks among colleagues; everybody reads the ones they take part in, and no others. */
export function consultRoutes({ consults }: ConsultRouteParts): Route[] {
  return [
    defineRoute({
      method: "get",
      path: "/api/v1/consults",
      summary:
        "Consults of this attendant: those that go on, or the ended ones (Messages), searched by words",
      who: "staff",
      query: consultQuerySchema,
      answer: z.object({ items: z.array(consultSchema), next: z.string().optional() }),
      handle: async ({ principal, query }) => ({
        body: await consults.list(requirePrincipal(principal), query),
      }),
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/consults/:id",
      summary: "A consult with everything this attendant was there for",
      who: "staff",
      answer: transcriptSchema,
      handle: async ({ principal, params }) => ({
        body: await consults.transcript(requirePrincipal(principal), toId(params.id)),
      }),
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/contacts",
      summary: "Colleagues, and who has linked whom",
      who: "staff",
      answer: z.object({ items: z.array(contactSchema) }),
      handle: async ({ principal }) => ({
        body: { items: await consults.contacts(requirePrincipal(principal)) },
      }),
    }),
  ];
}

function toId(text: string | undefined): string {
  const id = idSchema.safeParse(text);
  if (!id.success) throw new AppError("consult/not-found", "There is no such consult, or you are not in it.");
  return id.data;
}
