import { z } from "zod";
import { requirePrincipal } from "../../config/index.js";
import {
  AppError,
  eraseFormSchema,
  erasureSchema,
  exportFormSchema,
  idSchema,
  maskingFormSchema,
  privacySettingsSchema,
  retentionFormSchema,
  tryMaskingSchema,
} from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";
import { createMask, type Privacy } from "../privacy/index.js";

export interface PrivacyRouteParts {
  readonly privacy: Privacy;
}

const path = "/api/v1/privacy";

/** How long things are kept, what is never stored, and what one person may ask of the desk. */
export function privacyRoutes({ privacy }: PrivacyRouteParts): Route[] {
  return [...ruleRoutes(privacy), ...personRoutes(privacy)];
}

function ruleRoutes({ rules }: Privacy): Route[] {
  return [
    defineRoute({
      method: "get",
      path,
      summary: "How long things are kept, and what is masked before it is stored",
      who: "admin",
      answer: privacySettingsSchema,
      handle: async () => ({ body: await rules.read() }),
    }),
    defineRoute({
      method: "put",
      path: `${path}/retention`,
      summary: "Say how long things are kept; holds from the next round on",
      who: "admin",
      body: retentionFormSchema,
      answer: privacySettingsSchema,
      handle: async ({ principal, body: { retention, version } }) => ({
        body: await rules.saveRetention(retention, { version, by: requirePrincipal(principal).accountId }),
      }),
    }),
    defineRoute({
      method: "put",
      path: `${path}/masking`,
      summary: "Say what is masked; holds for what is stored from then on",
      who: "admin",
      body: maskingFormSchema,
      answer: privacySettingsSchema,
      handle: async ({ principal, body: { masking, version } }) => ({
        body: await rules.saveMasking(masking, { version, by: requirePrincipal(principal).accountId }),
      }),
    }),
    defineRoute({
      method: "post",
      path: `${path}/masking/try`,
      summary: "What would be stored of a text under these rules; changes nothing",
      who: "admin",
      audit: "never",
      body: tryMaskingSchema,
      answer: z.object({ text: z.string() }),
      handle: async ({ body: { masking, text } }) => ({ body: { text: createMask(masking)(text) } }),
    }),
  ];
}

function personRoutes(privacy: Privacy): Route[] {
  return [
    defineRoute({
      method: "post",
      path: `${path}/people/:id/export`,
      summary: "Everything the desk keeps about one person, as JSON or as an archive with their files",
      who: "admin",
      body: exportFormSchema,
      sends: ["application/zip"],
      answer: z.record(z.string(), z.unknown()),
      handle: async ({ params, body: { format } }) => {
        const id = toId(params.id);
        const headers = { "Content-Disposition": `attachment; filename="person-${id}.${format}"` };
        if (format === "json") return { headers, body: await privacy.export(id) };
        return { headers, text: { type: "application/zip", content: await privacy.exportArchive(id) } };
      },
    }),
    defineRoute({
      method: "post",
      path: `${path}/people/:id/erase`,
      summary: "Forget a person: ends their sessions and talks at once, empties what they wrote soon after",
      who: "admin",
      success: 202,
      body: eraseFormSchema,
      answer: z.object({ state: z.string() }),
      handle: async ({ principal, params, body: { username } }) => {
        const by = requirePrincipal(principal).accountId;
        await privacy.erase({ accountId: toId(params.id), username, by });
        return { status: 202, body: { state: "waiting" } };
      },
    }),
    defineRoute({
      method: "get",
      path: `${path}/erasures`,
      summary: "Whose wish to be forgotten was taken, and how far it is",
      who: "admin",
      answer: z.object({ items: z.array(erasureSchema) }),
      handle: async () => ({ body: { items: await privacy.erasures() } }),
    }),
  ];
}

function toId(text: string | undefined): string {
  const id = idSchema.safeParse(text);
  if (!id.success) throw new AppError("account/not-found", "There is no such person.");
  return id.data;
}
