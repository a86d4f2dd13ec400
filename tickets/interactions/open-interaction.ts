import { interactionMappingSchema, type Relation } from "../../contract/index.js";
import { type Db, fromJson, newId } from "../../store/index.js";
import { defaultMapping, fillInteraction } from "./fill-interaction.js";
import { readSource } from "./read-source.js";

/** Under which name the mapping stands among the desk's settings. */
export const mappingName = "interaction-mapping";
const firstNumber = 1001;

export interface Opening {
  readonly attendanceId: string;
  readonly agentId: string | undefined;
  readonly relation: Extract<Relation, "opened" | "additional">;
  /** Names what caused it: the same cause opens no second one. */
  readonly causeId: string;
  readonly at: number;
}

/** Opens an interaction filled from its attendance by the mapping of this moment (S1-11, S1-13); answers its id. */
export async function openInteractionIn(trx: Db, opening: Opening): Promise<string> {
  const { attendanceId, agentId, relation, causeId, at } = opening;
  const source = await readSource(trx, { attendanceId, agentId });
  const { mapping } = await readMapping(trx);
  const filled = fillInteraction(mapping, source);
  const row = {
    id: newId(),
    number: await nextNumber(trx),
    state: relation === "opened" ? "in-progress" : "open",
    title: filled.title,
    description: filled.description,
    solution: "",
    location: filled.location,
    priority: filled.priority,
    contact_id: filled.contactId,
    activity_id: filled.activityId,
    group_id: filled.groupId,
    assignee_id: filled.assigneeId,
    ticket_id: source.ticketId ?? null,
    cause_id: causeId,
    version: 1,
    created_at: at,
    updated_at: at,
  };
  await trx.insertInto("interaction").values(row).execute();
  await linkIn(trx, { attendanceId, interactionId: row.id, relation, at });
  return row.id;
}

export async function linkIn(
  trx: Db,
  link: {
    readonly attendanceId: string;
    readonly interactionId: string;
    readonly relation: Relation;
    readonly at: number;
  },
): Promise<void> {
  await trx
    .insertInto("interaction_link")
    .values({
      attendance_id: link.attendanceId,
      interaction_id: link.interactionId,
      relation: link.relation,
      created_at: link.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function readMapping(db: Db) {
  const row = await db
    .selectFrom("desk_setting")
    .select(["value_json", "version"])
    .where("name", "=", mappingName)
    .executeTakeFirst();
  if (row === undefined) return { version: 0, mapping: defaultMapping };
  return { version: row.version, mapping: fromJson(interactionMappingSchema, row.value_json) };
}

/** One statement, so that no two transactions ever get the same. */
async function nextNumber(trx: Db): Promise<string> {
  const { value } = await trx
    .insertInto("counter")
    .values({ name: "interaction", value: firstNumber })
    .onConflict((conflict) =>
      conflict.column("name").doUpdateSet((eb) => ({ value: eb("counter.value", "+", 1) })),
    )
    .returning("value")
    .executeTakeFirstOrThrow();
  return `I${value}`;
}
