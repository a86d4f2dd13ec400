import { createHash } from "node:crypto";
import { maxLogoBytes } from "../../contract/index.js";
import { type Db, recordChange, type Store } from "../../store/index.js";
import { pictureType } from "../picture-type.js";
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

/** Whether it is none of the pictures we serve. */
export function isAnotherImage(content: Buffer): boolean {
  return content.length > maxLogoBytes || pictureType(content) === undefined;
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
    const type = content === undefined ? undefined : pictureType(content);
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
