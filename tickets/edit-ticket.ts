import {
  type ActivityField,
  AppError,
  type Locale,
  type TicketChange,
  type TicketLevel,
  type TicketPriority,
  ticketLevels,
  ticketPriorities,
} from "../contract/index.js";
import { type Db, fromJson, type Row, toJson } from "../store/index.js";
import type { TicketClock } from "./agreements/index.js";
import { fieldsSchema } from "./catalog/index.js";
import { assignIn, requireAgent, setGroupIn, setStateIn } from "./change-ticket.js";
import { type Actor, eventIn } from "./events.js";
import { parseFields } from "./fields/index.js";

interface Edit {
  readonly ticketId: string;
  readonly actor: Actor;
  readonly at: number;
  readonly form: TicketChange;
  readonly locale: Locale;
  readonly clock: TicketClock;
}

/**
 * Writes what staff changed on a ticket, all of it or nothing, under the version they had read. Each change is a line
 * of the ticket's history. Group, assignee and state go the way every other change of them goes.
 */
export async function editTicketIn(trx: Db, edit: Edit): Promise<"changed" | "stale"> {
  const { ticketId, form, at } = edit;
  const { numUpdatedRows } = await trx
    .updateTable("ticket")
    .set({ version: form.version + 1, updated_at: at })
    .where("id", "=", ticketId)
    .where("version", "=", form.version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return "stale";
  const ticket = await trx
    .selectFrom("ticket")
    .innerJoin("activity", "activity.id", "ticket.activity_id")
    .selectAll("ticket")
    .select("activity.fields_json as activity_fields_json")
    .where("ticket.id", "=", ticketId)
    .executeTakeFirstOrThrow();
  const changes = [
    ...changeOfUrgency(ticket, form),
    ...changeOfWords(ticket, edit, fromJson(fieldsSchema, ticket.activity_fields_json)),
    ...(await changeOfPerson(trx, "owner", ticket.owner_id, form.ownerId)),
    ...(await changeOfPerson(trx, "expert", ticket.expert_id, form.expertId)),
  ];
  for (const { columns, line } of changes) {
    await trx.updateTable("ticket").set(columns).where("id", "=", ticketId).execute();
    await eventIn(trx, { ticketId, actor: edit.actor, at, kind: "edited", text: line });
  }
  await hand(trx, ticket, edit);
  await edit.clock.decideIn(trx, ticketId, at);
  if (form.state !== undefined) await setStateIn(trx, { ...edit, state: form.state });
  return "changed";
}

interface Written {
  readonly columns: Partial<Row<"ticket">>;
  readonly line: string;
}

/** Impact and urgency make the priority, unless it is given too. */
function changeOfUrgency(ticket: Row<"ticket">, form: TicketChange): Written[] {
  const impact = form.impact ?? toLevel(ticket.impact);
  const urgency = form.urgency ?? toLevel(ticket.urgency);
  const isRated = impact !== ticket.impact || urgency !== ticket.urgency;
  const priority = form.priority ?? (isRated ? ratedPriority(impact, urgency) : undefined);
  const wished = { impact: form.impact, urgency: form.urgency, priority };
  return (["impact", "urgency", "priority"] as const).flatMap((column) => {
    const value = wished[column];
    if (value === undefined || value === ticket[column]) return [];
    return [{ columns: { [column]: value }, line: `${column}:${value}` }];
  });
}

/** Both high is critical, both low is low; each step down in between. */
export function ratedPriority(impact: TicketLevel, urgency: TicketLevel): TicketPriority {
  const steps = ticketLevels.indexOf(impact) + ticketLevels.indexOf(urgency);
  return ticketPriorities[Math.min(steps, ticketPriorities.length - 1)] ?? "low";
}

function changeOfWords(
  ticket: Row<"ticket">,
  { form, locale, at }: Edit,
  fields: readonly ActivityField[],
): Written[] {
  const written: Written[] = [];
  if (form.description !== undefined && form.description !== ticket.description) {
    written.push({ columns: { description: form.description }, line: "description:" });
  }
  if (form.fields !== undefined) {
    const json = toJson(parseFields(fields, form.fields, { locale, now: at }));
    if (json !== ticket.fields_json) written.push({ columns: { fields_json: json }, line: "fields:" });
  }
  return written;
}

async function changeOfPerson(
  trx: Db,
  role: "owner" | "expert",
  present: string | null,
  wished: string | null | undefined,
): Promise<Written[]> {
  if (wished === undefined || wished === present) return [];
  const person = wished === null ? undefined : await requireAgent(trx, wished);
  const column = `${role}_id` as const;
  return [{ columns: { [column]: person?.id ?? null }, line: `${role}:${person?.name ?? "–"}` }];
}

async function hand(trx: Db, ticket: Row<"ticket">, edit: Edit): Promise<void> {
  const { groupId, assigneeId } = edit.form;
  let holder = ticket.assignee_id;
  if (groupId !== undefined && groupId !== ticket.group_id) {
    await setGroupIn(trx, { ...edit, group: await requireGroup(trx, groupId) });
    holder = null;
  }
  if (assigneeId === undefined || assigneeId === holder) return;
  const assignee = assigneeId === null ? undefined : await requireAgent(trx, assigneeId);
  await assignIn(trx, { ...edit, assignee });
}

async function requireGroup(trx: Db, id: string): Promise<{ id: string; name: string }> {
  const group = await trx
    .selectFrom("assignment_group")
    .select(["id", "name"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (group === undefined) throw new AppError("group/not-found", "There is no such group.");
  return group;
}

function toLevel(text: string): TicketLevel {
  return ticketLevels.find((level) => level === text) ?? "medium";
}
