import { randomBytes } from "node:crypto";
import { AppError, maxPhotoBytes } from "../../contract/index.js";
import { type Db, recordChange } from "../../store/index.js";
import { pictureType } from "../picture-type.js";
import { readPerson } from "./list-people.js";

export interface Photo {
  readonly type: string;
  readonly content: Buffer;
}

/**
 * Gives a person a photo, or takes it away. Its address is a name nobody can guess and another one with each photo, so
 * that browsers may keep it and pages show it without asking who looks. Throws `account/not-found` and
 * `account/refused`.
 */
export async function setPhoto(
  db: Db,
  { id, content }: { readonly id: string; readonly content: Buffer | undefined },
  { by, at }: { readonly by: string; readonly at: number },
): Promise<void> {
  const type = content === undefined ? undefined : pictureType(content);
  if (content !== undefined && (type === undefined || content.length > maxPhotoBytes)) {
    throw new AppError("account/refused", "A photo is a PNG, JPEG or WebP picture of at most 64 KB.");
  }
  await db.transaction().execute(async (trx) => {
    const { name, photoUrl } = await readPerson(trx, id);
    const file = content === undefined ? undefined : randomBytes(16).toString("hex");
    await trx.deleteFrom("person_photo").where("account_id", "=", id).execute();
    if (content !== undefined && type !== undefined && file !== undefined) {
      const row = { account_id: id, name: file, type, content_base64: content.toString("base64") };
      await trx.insertInto("person_photo").values(row).execute();
    }
    const photo_url = file === undefined ? null : `/api/v1/photos/${file}`;
    await trx.updateTable("account").set({ photo_url }).where("id", "=", id).execute();
    const before = { photo: photoUrl === undefined ? "none" : "set" };
    const after = { photo: file === undefined ? "none" : "new" };
    await recordChange(trx, { type: "account", id, name, before, after, at, by });
  });
}

export async function readPhoto(db: Db, name: string): Promise<Photo | undefined> {
  const row = await db.selectFrom("person_photo").selectAll().where("name", "=", name).executeTakeFirst();
  return row === undefined
    ? undefined
    : { type: row.type, content: Buffer.from(row.content_base64, "base64") };
}
