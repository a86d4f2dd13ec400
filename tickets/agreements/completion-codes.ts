import { type CompletionCode, type CompletionCodeForm, localizedTextSchema } from "../../contract/index.js";
import { type Db, fromJson, toJson } from "../../store/index.js";
import type { Keeper } from "./keepers.js";

/** In the order of their positions. */
export async function readCodes(db: Db): Promise<CompletionCode[]> {
  const rows = await db.selectFrom("completion_code").selectAll().orderBy("position").orderBy("id").execute();
  return rows.map((row) => ({
    id: row.id,
    name: fromJson(localizedTextSchema, row.name_json),
    isActive: row.active === 1,
    position: row.position,
  }));
}

export const codeKeeper: Keeper<CompletionCodeForm, CompletionCode> = {
  type: "completion-code",
  word: "completion code",
  list: readCodes,
  nameOf: async (_db, { name }) => name.en,
  check: async () => undefined,
  write: async (trx, id, form, kind) => {
    const row = {
      name_json: toJson(form.name),
      active: form.isActive ? 1 : 0,
      position: form.position,
    };
    if (kind === "create")
      await trx
        .insertInto("completion_code")
        .values({ id, ...row })
        .execute();
    else await trx.updateTable("completion_code").set(row).where("id", "=", id).execute();
  },
  usesOf: async (trx, id) => {
    const used = await trx
      .selectFrom("attendance_record")
      .select("attendance_id")
      .where("completion_code_id", "=", id)
      .limit(1)
      .executeTakeFirst();
    return used === undefined
      ? []
      : ["attendances that ended with it; switch it off in place of deleting it"];
  },
  remove: async (trx, id) => {
    await trx.deleteFrom("completion_code").where("id", "=", id).execute();
  },
};
