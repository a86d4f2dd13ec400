import { recordChange } from "./change-log.js";
import type { Store } from "./connect.js";
import { toJson } from "./json.js";

/** Writes what admins set as one whole, unless somebody else has saved since it was read. */
export async function saveSetting(
  { db }: Store,
  setting: {
    readonly name: string;
    readonly value: unknown;
    readonly version: number;
    readonly at: number;
    readonly by: string;
  },
): Promise<"saved" | "changed"> {
  const { name, value, version, at, by } = setting;
  const columns = { value_json: toJson(value), version: version + 1, updated_at: at, updated_by: by };
  return db.transaction().execute(async (trx) => {
    const before = await trx
      .selectFrom("desk_setting")
      .select("value_json")
      .where("name", "=", name)
      .executeTakeFirst();
    const isWritten =
      version === 0 && before === undefined
        ? (await trx
            .insertInto("desk_setting")
            .values({ name, ...columns })
            .onConflict((conflict) => conflict.doNothing())
            .returning("name")
            .executeTakeFirst()) !== undefined
        : (
            await trx
              .updateTable("desk_setting")
              .set(columns)
              .where("name", "=", name)
              .where("version", "=", version)
              .executeTakeFirst()
          ).numUpdatedRows > 0n;
    if (!isWritten) return "changed";
    const was = before === undefined ? {} : { before: { value: JSON.parse(before.value_json) } };
    await recordChange(trx, { type: "setting", id: name, name, ...was, after: { value }, at, by });
    return "saved";
  });
}
