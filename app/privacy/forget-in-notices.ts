import { z } from "zod";
import { erasedName, noticeSchema } from "../../contract/index.js";
import { type Db, fromJson } from "../../store/index.js";

/** What else a message carries stays as it is. */
const extraSchema = z.looseObject({ notice: noticeSchema.optional() });

/** Takes a person's name out of the lines of the system that told who accepted, came and went, in all talks. */
export async function forgetInNotices(trx: Db, accountId: string, name: string): Promise<void> {
  if (name === erasedName) return;
  const rows = await trx
    .selectFrom("message")
    .select(["id", "text", "extra_json"])
    .where("sender_kind", "=", "system")
    .where("extra_json", "like", `%${JSON.stringify(name).replace(/[%\\]/g, "_")}%`)
    .execute();
  for (const { id, text, extra_json } of rows) {
    const extra = fromJson(extraSchema, extra_json ?? "{}");
    const { notice } = extra;
    if (notice?.name !== name || (notice.accountId ?? accountId) !== accountId) continue;
    await trx
      .updateTable("message")
      .set({
        text: text.replaceAll(name, erasedName),
        extra_json: JSON.stringify({ ...extra, notice: { ...notice, name: erasedName } }),
      })
      .where("id", "=", id)
      .execute();
  }
}

/** The change log names the requester of a talk a supervisor has looked at, and in older entries the supervisor. */
export async function forgetLooks(trx: Db, accountId: string): Promise<void> {
  await trx
    .updateTable("change_log")
    .set({ object_name: erasedName })
    .where("object_type", "=", "watched-talk")
    .where(
      "object_id",
      "in",
      trx.selectFrom("conversation").select("id").where("requester_id", "=", accountId),
    )
    .execute();
  await trx
    .updateTable("change_log")
    .set({ after_json: "{}" })
    .where("object_type", "=", "watched-talk")
    .where("changed_by", "=", accountId)
    .execute();
}
