import { createHash } from "node:crypto";
import { maxLogoBytes } from "../../contract/index.js";
import { type Db, recordChange, type Store } from "../../store/index.js";
import { widgetObject } from "./widget-rows.js";

export interface Logo {
  readonly type: string;
  readonly content: Buffer;
  readonly hash: string;
}

const id = "logo";

export async function readLogo(db: Db): Promise<Logo | undefined> {
  const row = await db.selectFrom("widget_image").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) return undefined;
  return { type: row.type, hash: row.hash, content: Buffer.from(row.content_base64, "base64") };
}

/** Whether it is none of the pictures we serve, by its first bytes; what a client calls it counts for nothing (S6). */
export function isAnotherImage(content: Buffer): boolean {
  return content.length > maxLogoBytes || typeOf(content) === undefined;
}

export async function writeLogo(
  store: Store,
  change: { readonly content: Buffer | undefined; readonly by: string; readonly at: number },
): Promise<void> {
  const { content, by, at } = change;
  await store.db.transaction().execute(async (trx) => {
    const former = await trx
      .selectFrom("widget_image")
      .select("hash")
      .where("id", "=", id)
      .executeTakeFirst();
    await trx.deleteFrom("widget_image").where("id", "=", id).execute();
    const type = content === undefined ? undefined : typeOf(content);
    const hash = content === undefined ? undefined : hashOf(content);
    if (content !== undefined && type !== undefined && hash !== undefined) {
      const row = { id, type, hash, content_base64: content.toString("base64") };
      await trx.insertInto("widget_image").values(row).execute();
    }
    const [before, after] = [{ logo: former?.hash }, { logo: hash }];
    await recordChange(trx, { ...widgetObject, before, after, at, by });
  });
}

function hashOf(content: Buffer): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}

function typeOf(content: Buffer): string | undefined {
  const starts = (bytes: readonly number[], from = 0) =>
    bytes.every((byte, at) => content[from + at] === byte);
  if (starts([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "image/png";
  if (starts([0xff, 0xd8, 0xff])) return "image/jpeg";
  const [riff, webp] = [Buffer.from("RIFF"), Buffer.from("WEBP")];
  return starts([...riff]) && starts([...webp], 8) ? "image/webp" : undefined;
}
