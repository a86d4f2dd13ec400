import { z } from "zod";
import type { Mailer, Templates } from "../../config/index.js";
import { render, requirePrincipal, sampleValues, toHtml } from "../../config/index.js";
import {
  AppError,
  type EmailTemplate,
  emailTemplateDraftSchema,
  emailTemplateSchema,
  idSchema,
  mailSchema,
  previewRequestSchema,
  previewSchema,
  templateVariables,
  testMailSchema,
} from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";
import type { Address } from "../address.js";

export interface MailRouteParts {
  readonly templates: Templates;
  readonly mailer: Mailer;
  readonly address: Address;
}

const path = "/api/v1/email-templates";
const shownMails = 50;

/** Templates of e-mails and what became of the e-mails; for admins. */
export function mailRoutes({ templates, mailer, address }: MailRouteParts): Route[] {
  const sampleLink = () => `${address.url()}/tickets/100234`;
  const required = async (id: string | undefined): Promise<EmailTemplate> => {
    const template = await templates.byId(toId(id));
    if (template === undefined) throw new AppError("template/not-found", "There is no such template.");
    return template;
  };
  return [
    defineRoute({
      method: "get",
      path,
      summary: "Templates of e-mails, the variables they may name, and whether e-mails can be sent",
      who: "admin",
      answer: z.object({
        items: z.array(emailTemplateSchema),
        variables: z.array(z.string()),
        canSend: z.boolean(),
      }),
      handle: async () => ({
        body: {
          items: await templates.list(),
          variables: templateVariables,
          canSend: mailer.isConfigured,
        },
      }),
    }),
    defineRoute({
      method: "post",
      path,
      summary: "Make a template",
      who: "admin",
      success: 201,
      body: emailTemplateDraftSchema,
      answer: emailTemplateSchema,
      handle: async ({ principal, body }) => ({
        status: 201,
        body: await templates.create(body, requirePrincipal(principal)),
      }),
    }),
    defineRoute({
      method: "get",
      path: `${path}/:id`,
      summary: "One template",
      who: "admin",
      answer: emailTemplateSchema,
      handle: async ({ params }) => ({ body: await required(params.id) }),
    }),
    defineRoute({
      method: "post",
      path: `${path}/preview`,
      summary: "A subject and a text with sample values in them",
      who: "admin",
      audit: "never",
      body: previewRequestSchema,
      answer: previewSchema,
      handle: async ({ body, locale }) => {
        const shown = render(
          { subject: { en: body.subject }, text: { en: body.text } },
          "en",
          sampleValues(body.locale ?? locale, sampleLink()),
        );
        return { body: { ...shown, html: toHtml(shown.text) } };
      },
    }),
    defineRoute({
      method: "put",
      path: `${path}/:id`,
      summary: "Change a template; holds from the next e-mail on",
      who: "admin",
      body: emailTemplateDraftSchema,
      answer: emailTemplateSchema,
      handle: async ({ principal, params, body }) => ({
        body: await templates.update(toId(params.id), body, requirePrincipal(principal)),
      }),
    }),
    defineRoute({
      method: "del",
      path: `${path}/:id`,
      summary: "Delete a template that no parameter names",
      who: "admin",
      success: 204,
      handle: async ({ params }) => {
        await templates.remove(toId(params.id));
        return { status: 204 };
      },
    }),
    defineRoute({
      method: "post",
      path: `${path}/:id/test`,
      summary: "Send a template with sample values to an address; answers what became of it",
      who: "admin",
      body: testMailSchema,
      answer: mailSchema,
      handle: async ({ params, body: { to, locale } }) => {
        const template = await required(params.id);
        const values = sampleValues(locale, sampleLink());
        return { body: await mailer.sendNow({ kind: "test", address: to, locale, template, values }) };
      },
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/mails",
      summary: "The newest e-mails and what became of them",
      who: "admin",
      answer: z.object({ items: z.array(mailSchema), canSend: z.boolean() }),
      handle: async () => ({
        body: { items: await mailer.list(shownMails), canSend: mailer.isConfigured },
      }),
    }),
  ];
}

function toId(text: string | undefined): string {
  const id = idSchema.safeParse(text);
  if (!id.success) throw new AppError("template/not-found", "There is no such template.");
  return id.data;
}
