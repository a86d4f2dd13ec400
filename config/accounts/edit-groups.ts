import { AppError, type GroupForm, groupRoutingSchema, type ListedGroup } from "../../contract/index.js";
import { type Db, fromJson, isUniqueViolation, newId, recordChange } from "../../store/index.js";
import { listGroups } from "./list-people.js";

interface Author {
  readonly by: string;
  readonly at: number;
}

/** What would miss a group, and how many of it there are. */
export interface GroupUse {
  readonly by: string;
  readonly count: number;
}

/** Asks another part of the desk what of its own uses a group. */
export type FindGroupUses = (db: Db, groupId: string) => Promise<readonly GroupUse[]>;

export async function createGroup(db: Db, form: GroupForm, { by, at }: Author): Promise<ListedGroup> {
  const id = newId();
  await refuseTaken(form.name, () =>
    db.transaction().execute(async (trx) => {
      await trx
        .insertInto("assignment_group")
        .values({ id, ...toRow(form), created_at: at })
        .execute();
      await recordChange(trx, { type: "group", id, name: form.name, after: { ...form }, at, by });
    }),
  );
  return { id, ...form, members: 0 };
}

export async function updateGroup(
  db: Db,
  { id, form }: { readonly id: string; readonly form: GroupForm },
  { by, at }: Author,
): Promise<ListedGroup> {
  return refuseTaken(form.name, () =>
    db.transaction().execute(async (trx) => {
      const { id: _id, members, ...before } = await requireGroup(trx, id);
      await trx.updateTable("assignment_group").set(toRow(form)).where("id", "=", id).execute();
      await recordChange(trx, { type: "group", id, name: form.name, before, after: { ...form }, at, by });
      return { id, ...form, members };
    }),
  );
}

/** Its rota and its mode go with it; throws `group/in-use` while anything else uses it. */
export async function removeGroup(
  db: Db,
  { id, findUses }: { readonly id: string; readonly findUses: FindGroupUses },
  { by, at }: Author,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { id: _id, members: _members, ...before } = await requireGroup(trx, id);
    const uses = (await findUses(trx, id)).filter(({ count }) => count > 0);
    if (uses.length > 0) {
      const used = uses.map((use) => `${use.count} ${use.by}`).join(" and ");
      throw new AppError("group/in-use", `"${before.name}" is used by ${used}.`, { details: { uses } });
    }
    await trx.deleteFrom("mode_setting").where("scope", "=", id).execute();
    await trx.deleteFrom("rota_shift").where("group_id", "=", id).execute();
    await trx.deleteFrom("assignment_group").where("id", "=", id).execute();
    await recordChange(trx, { type: "group", id, name: before.name, before, at, by });
  });
}

async function requireGroup(trx: Db, id: string): Promise<ListedGroup> {
  const group = (await listGroups(trx)).find((one) => one.id === id);
  if (group === undefined) throw new AppError("group/not-found", "There is no such group.");
  return group;
}

/** What stands in the tables of people, of the portfolio and of the queue. */
export async function findGroupUses(trx: Db, id: string): Promise<GroupUse[]> {
  const places = [
    { by: "members", table: "membership", column: "group_id" },
    { by: "activities", table: "activity", column: "group_id" },
    { by: "permissions", table: "permitted_group", column: "group_id" },
    { by: "folders", table: "folder_grant", column: "subject" },
    { by: "tickets", table: "ticket", column: "group_id" },
    { by: "attendances", table: "attendance_group", column: "group_id" },
    { by: "interactions", table: "interaction", column: "group_id" },
    { by: "canned replies", table: "canned_reply", column: "group_id" },
    { by: "routing rules", table: "routing_rule", column: "group_id" },
    { by: "parameters", table: "parameter", column: "value" },
  ] as const;
  const counted = places.map(async ({ by, table, column }) => {
    const { ref } = trx.dynamic;
    const row = await trx
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number | string>().as("count"))
      .where(ref<"group_id" | "value" | "subject">(column), "=", id)
      .executeTakeFirst();
    return { by, count: Number(row?.count ?? 0) };
  });
  return [
    ...(await Promise.all(counted)),
    { by: "overflowing groups", count: await countOverflows(trx, id) },
  ];
}

/** Groups that show who waits long to this one. */
async function countOverflows(trx: Db, id: string): Promise<number> {
  const rows = await trx
    .selectFrom("assignment_group")
    .select("routing_json")
    .where("routing_json", "is not", null)
    .execute();
  return rows.filter(
    ({ routing_json: json }) => json !== null && fromJson(groupRoutingSchema, json).overflow?.groupId === id,
  ).length;
}

function toRow({ name, chatRequester, takesAttendances }: GroupForm) {
  return { name, chat_requester: chatRequester ? 1 : 0, takes_attendances: takesAttendances ? 1 : 0 };
}

async function refuseTaken<T>(name: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError("group/refused", `There is a group "${name}" already.`, { cause: error });
  }
}
