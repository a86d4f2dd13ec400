import { z } from "zod";
import { requirePrincipal } from "../../config/index.js";
import {
  AppError,
  agreementFormSchema,
  agreementRulesSchema,
  agreementSchema,
  completionCodeFormSchema,
  completionCodeSchema,
  idSchema,
  mappingPreviewSchema,
  offeringFormSchema,
  offeringSchema,
  savedMappingSchema,
} from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";
import type { AgreementAdmin, Interactions } from "../../tickets/index.js";

export interface AgreementRouteParts {
  readonly agreements: AgreementAdmin;
  readonly interactions: Interactions;
}

/** What an interaction begins with. */
const filledSchema = z.object({
  title: z.string(),
  description: z.string(),
  location: z.string(),
  contactId: z.string().nullable(),
  groupId: z.string().nullable(),
  activityId: z.string().nullable(),
  assigneeId: z.string().nullable(),
  priority: z.string(),
});

/** Agreements, offerings, rules, completion codes and the mapping, as admins keep them (S3-1). */
export function agreementRoutes({ agreements, interactions }: AgreementRouteParts): Route[] {
  return [
    ...keptRoutes("agreements", "an agreement", {
      kept: agreements.agreements,
      form: agreementFormSchema,
      item: agreementSchema,
      readers: "admin",
    }),
    ...keptRoutes("offerings", "an offering", {
      kept: agreements.offerings,
      form: offeringFormSchema,
      item: offeringSchema,
      readers: "admin",
    }),
    ...keptRoutes("completion-codes", "a completion code", {
      kept: agreements.codes,
      form: completionCodeFormSchema,
      item: completionCodeSchema,
      readers: "staff",
    }),
    ...ruleRoutes(agreements),
    ...mappingRoutes(interactions),
  ];
}

interface Kept<F extends z.ZodType, I extends z.ZodType> {
  readonly kept: {
    list(): Promise<z.infer<I>[]>;
    create(form: z.infer<F>, by: string): Promise<z.infer<I>>;
    update(id: string, form: z.infer<F>, by: string): Promise<z.infer<I>>;
    remove(id: string, by: string): Promise<void>;
  };
  readonly form: F;
  readonly item: I;
  readonly readers: "admin" | "staff";
}

function keptRoutes<F extends z.ZodType, I extends z.ZodType>(
  name: string,
  one: string,
  { kept, form, item, readers }: Kept<F, I>,
): Route[] {
  const path = `/api/v1/${name}`;
  return [
    defineRoute({
      method: "get",
      path,
      summary: `List ${name.replace("-", " ")}`,
      who: readers,
      answer: z.object({ items: z.array(item) }),
      handle: async () => ({ body: { items: await kept.list() } }),
    }),
    defineRoute({
      method: "post",
      path,
      summary: `Make ${one}`,
      who: "admin",
      success: 201,
      body: form,
      answer: item,
      handle: async ({ principal, body }) => ({
        status: 201,
        body: await kept.create(body, requirePrincipal(principal).accountId),
      }),
    }),
    defineRoute({
      method: "get",
      path: `${path}/:id`,
      summary: `Read ${one}`,
      who: readers,
      answer: item,
      handle: async ({ params }) => ({ body: pick(await kept.list(), toId(params.id)) }),
    }),
    defineRoute({
      method: "put",
      path: `${path}/:id`,
      summary: `Change ${one}; holds for what is opened from then on`,
      who: "admin",
      body: form,
      answer: item,
      handle: async ({ principal, params, body }) => ({
        body: await kept.update(toId(params.id), body, requirePrincipal(principal).accountId),
      }),
    }),
    defineRoute({
      method: "del",
      path: `${path}/:id`,
      summary: `Remove ${one} that nothing uses`,
      who: "admin",
      success: 204,
      handle: async ({ principal, params }) => {
        await kept.remove(toId(params.id), requirePrincipal(principal).accountId);
        return { status: 204 };
      },
    }),
  ];
}

function ruleRoutes(agreements: AgreementAdmin): Route[] {
  return [
    defineRoute({
      method: "get",
      path: "/api/v1/agreement-rules",
      summary: "The rules that relate requests to agreements, in order",
      who: "admin",
      answer: agreementRulesSchema,
      handle: async () => ({ body: await agreements.rules() }),
    }),
    defineRoute({
      method: "put",
      path: "/api/v1/agreement-rules",
      summary: "Set the rules under the version that was read",
      who: "admin",
      body: agreementRulesSchema,
      answer: agreementRulesSchema,
      handle: async ({ principal, body }) => ({
        body: await agreements.saveRules(body, requirePrincipal(principal).accountId),
      }),
    }),
  ];
}

function mappingRoutes(interactions: Interactions): Route[] {
  return [
    defineRoute({
      method: "get",
      path: "/api/v1/interaction-mapping",
      summary: "How new interactions are filled from chat requests",
      who: "admin",
      answer: savedMappingSchema,
      handle: async () => ({ body: await interactions.mapping() }),
    }),
    defineRoute({
      method: "put",
      path: "/api/v1/interaction-mapping",
      summary: "Set the mapping under the version that was read; interactions there are stay as they are",
      who: "admin",
      body: savedMappingSchema,
      answer: savedMappingSchema,
      handle: async ({ principal, body }) => ({
        body: await interactions.saveMapping(body, requirePrincipal(principal).accountId),
      }),
    }),
    defineRoute({
      method: "post",
      path: "/api/v1/interaction-mapping/preview",
      summary: "What an interaction of this chat request would begin with; changes nothing",
      who: "admin",
      audit: "never",
      body: mappingPreviewSchema,
      answer: filledSchema,
      handle: async ({ body }) => ({ body: await interactions.preview(body.mapping, body.attendanceId) }),
    }),
  ];
}

function pick<T>(items: readonly T[], id: string): T {
  const found = items.find((item) => (item as { readonly id?: unknown }).id === id);
  if (found === undefined) throw new AppError("agreement/not-found", "There is no such thing here.");
  return found;
}

function toId(text: string | undefined): string {
  const id = idSchema.safeParse(text);
  if (!id.success) throw new AppError("agreement/not-found", "There is no such thing here.");
  return id.data;
}
