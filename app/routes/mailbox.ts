import { z } from "zod";
import type { ApiTokens } from "../../config/index.js";
import { AppError, idSchema, mailboxSchema } from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";
import type { Mailbox } from "../mailbox/index.js";

export interface MailboxRouteParts {
  readonly apiTokens: ApiTokens;
  readonly mailbox: Mailbox;
}

const path = "/api/v1/mailbox";

/** Mail that comes in: a door for gateways, and what admins see of it. */
export function mailboxRoutes({ apiTokens, mailbox }: MailboxRouteParts): Route[] {
  return [
    defineRoute({
      method: "post",
      path: "/webhooks/mail",
      summary:
        "Bring a mail as it came (MIME), with a token of the scope mail; the same mail twice counts once",
      who: "anyone",
      success: 202,
      takesRaw: true,
      answer: z.object({ isNew: z.boolean() }),
      handle: async ({ token, stream, headers }) => {
        const gateway = token === undefined ? undefined : await apiTokens.authenticate(token, "mail");
        if (gateway === undefined)
          throw new AppError("session/required", "A token with the scope mail is needed.");
        const length = Number(headers["content-length"] ?? 0);
        const raw = await readAll(stream, mailbox.maxBytes, length);
        if (raw.length === 0) throw new AppError("request/malformed", "There is no mail in this request.");
        return { status: 202, body: { isNew: await mailbox.arrived(raw) } };
      },
    }),
    defineRoute({
      method: "get",
      path,
      summary: "How the mailbox is, and the mails that came in: those set aside first, then the newest",
      who: "admin",
      answer: mailboxSchema,
      handle: async () => ({ body: await mailbox.view() }),
    }),
    defineRoute({
      method: "post",
      path: `${path}/arrivals/:id/retry`,
      summary: "Take a mail again that was set aside or left alone, whatever it looked like",
      who: "admin",
      success: 204,
      handle: async ({ params }) => {
        await mailbox.retry(toId(params.id));
        return { status: 204 };
      },
    }),
    defineRoute({
      method: "del",
      path: `${path}/arrivals/:id`,
      summary: "Put a mail away that was set aside",
      who: "admin",
      success: 204,
      handle: async ({ params }) => {
        await mailbox.dismiss(toId(params.id));
        return { status: 204 };
      },
    }),
  ];
}

/** In memory, but never more than a mail may have. */
async function readAll(stream: AsyncIterable<Uint8Array>, maxBytes: number, told: number): Promise<Buffer> {
  const tooLarge = () =>
    new AppError("request/too-large", `A mail has at most ${Math.floor(maxBytes / 1024 / 1024)} MB.`, {
      details: { maxBytes },
    });
  if (told > maxBytes) throw tooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size > maxBytes) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function toId(text: string | undefined): string {
  const id = idSchema.safeParse(text);
  if (!id.success) throw new AppError("mail/not-found", "There is no such mail that could be taken.");
  return id.data;
}
