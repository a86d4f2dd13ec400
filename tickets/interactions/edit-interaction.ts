import { AppError, type InteractionChange } from "../../contract/index.js";
import { type Db, type Row, recordChange } from "../../store/index.js";
import { requireAgent } from "../change-ticket.js";

/** Writes what an attendant changed, all of it or nothing, under the version they had read (S1-12). */
export async function editInteractionIn(
  trx: Db,
  edit: {
    readonly number: string;
    readonly form: InteractionChange;
    readonly by: string;
    readonly at: number;
  },
): Promise<"changed" | "stale" | "missing"> {
  const { number, form, by, at } = edit;
  const { numUpdatedRows } = await trx
    .updateTable("interaction")
    .set({ version: form.version + 1, updated_at: at })
    .where("number", "=", number)
    .where("version", "=", form.version)
    .executeTakeFirst();
  const row = await trx.selectFrom("interaction").selectAll().where("number", "=", number).executeTakeFirst();
  if (row === undefined) return "missing";
  if (numUpdatedRows === 0n) return "stale";
  await requireNamed(trx, form);
  const columns = toColumns(form);
  const before = pick(row, columns);
  await trx
    .updateTable("interaction")
    .set({ ...columns, version: form.version + 1 })
    .where("id", "=", row.id)
    .execute();
  await recordChange(trx, { type: "interaction", id: row.id, name: number, before, after: columns, at, by });
  return "changed";
}

type Columns = Partial<Omit<Row<"interaction">, "id">>;

function toColumns(form: InteractionChange): Columns {
  const { groupId, assigneeId } = form;
  const { title, description, location, state, priority, solution } = form;
  const words = { title, description, location, state, priority, solution };
  const given = Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));
  return {
    ...given,
    ...(groupId === undefined ? {} : { group_id: groupId }),
    ...(assigneeId === undefined ? {} : { assignee_id: assigneeId }),
  };
}

function pick(row: Row<"interaction">, columns: Columns): Record<string, unknown> {
  const known = new Map<string, unknown>(Object.entries(row));
  return Object.fromEntries(Object.keys(columns).map((name) => [name, known.get(name)]));
}

async function requireNamed(trx: Db, { groupId, assigneeId }: InteractionChange): Promise<void> {
  if (assigneeId !== undefined && assigneeId !== null) await requireAgent(trx, assigneeId);
  if (groupId === undefined || groupId === null) return;
  const group = await trx
    .selectFrom("assignment_group")
    .select("id")
    .where("id", "=", groupId)
    .executeTakeFirst();
  if (group === undefined) throw new AppError("group/not-found", "There is no such group.");
}
