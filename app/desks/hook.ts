import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { AppError } from "../../contract/index.js";
import type { Db } from "../../store/index.js";
import { noteNews } from "./links.js";

const bytesMost = 5 * 1024 * 1024;
const hookSchema = z.looseObject({ ticket: z.looseObject({ id: z.union([z.int(), z.string().max(50)]) }) });

export interface Hook {
  /** Stands in the address it came to. */
  readonly mark: string;
  /** "sha1=…" over the body as it came. */
  readonly signature: string | undefined;
  readonly stream: AsyncIterable<Uint8Array>;
}

/**
 * Hears from a webhook of Zammad that a ticket changed there. It is only told that there is something to read: what it
 * says is not believed, so that one that comes twice, late, or with old words does no harm. Throws
 * `other-desk/unsigned` unless it was signed with the secret.
 */
export async function hearHook(db: Db, { mark, signature, stream }: Hook, at: number): Promise<void> {
  const body = await readBody(stream);
  const desk = await db
    .selectFrom("other_desk")
    .select(["id", "hook_secret"])
    .where("mark", "=", mark)
    .executeTakeFirst();
  if (desk === undefined || !isSigned(body, desk.hook_secret, signature)) {
    throw new AppError("other-desk/unsigned", "The signature does not fit.");
  }
  const hook = hookSchema.safeParse(parseJson(body));
  if (!hook.success) throw new AppError("request/malformed", "This names no ticket.");
  await noteNews(db, { deskId: desk.id, remoteId: String(hook.data.ticket.id), at });
}

async function readBody(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of stream) {
    bytes += part.length;
    if (bytes > bytesMost) throw new AppError("request/too-large", "This is too much at once.");
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** As Zammad signs: HMAC-SHA1 over the body, in hexadecimal. */
function isSigned(body: Buffer, secret: string, signature: string | undefined): boolean {
  const wanted = Buffer.from(`sha1=${createHmac("sha1", secret).update(body).digest("hex")}`);
  const given = Buffer.from(signature ?? "");
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}
