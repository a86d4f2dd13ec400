import { z } from "zod";
import {
  type FileAttachment,
  inLocale,
  type Locale,
  type Ticket,
  ticketKinds,
  ticketStates,
} from "../contract/index.js";
import { type Db, fromJson } from "../store/index.js";
import { nameSchema } from "./catalog/index.js";
import { storedFieldsSchema, toWireFields } from "./fields/index.js";

const kindSchema = z.enum(ticketKinds);
const stateSchema = z.enum(ticketStates);

type TicketRow = Awaited<ReturnType<typeof selectRows>>[number];

/** The tickets with these ids as they go over the wire, in the order of the ids; one that is not there is left out. */
export async function readTickets(db: Db, ids: readonly string[], locale: Locale): Promise<Ticket[]> {
  if (ids.length === 0) return [];
  const rows = new Map((await selectRows(db, ids)).map((row) => [row.id, row]));
  const attendances = await openAttendances(db, ids);
  const files = await filesOf(db, ids);
  return ids.flatMap((id) => {
    const row = rows.get(id);
    if (row === undefined) return [];
    return [{ ...toTicket(row, locale), attendance: attendances.get(id), files: files.get(id) }];
  });
}

function selectRows(db: Db, ids: readonly string[]) {
  return db
    .selectFrom("ticket")
    .innerJoin("activity", "activity.id", "ticket.activity_id")
    .innerJoin("account as requester", "requester.id", "ticket.requester_id")
    .leftJoin("account as assignee", "assignee.id", "ticket.assignee_id")
    .leftJoin("assignment_group", "assignment_group.id", "ticket.group_id")
    .leftJoin("origin", "origin.id", "ticket.origin_id")
    .selectAll("ticket")
    .innerJoin("service", "service.id", "activity.service_id")
    .select("service.via_chat as service_via_chat")
    .select(["activity.name_json", "origin.name as origin_name", "assignment_group.name as group_name"])
    .select(["requester.name as requester_name", "requester.photo_url as requester_photo"])
    .select(["assignee.name as assignee_name", "assignee.photo_url as assignee_photo"])
    .where("ticket.id", "in", ids)
    .execute();
}

async function openAttendances(db: Db, ticketIds: readonly string[]) {
  const rows = await db
    .selectFrom("attendance")
    .select(["id", "ticket_id", "phase", "waiting_since", "agent_id"])
    .where("ticket_id", "in", ticketIds)
    .where("phase", "<>", "closed")
    .orderBy("created_at")
    .execute();
  return new Map(
    rows.map((row) => [
      row.ticket_id,
      { id: row.id, phase: row.phase, waitingSince: row.waiting_since, agentId: row.agent_id ?? undefined },
    ]),
  );
}

async function filesOf(db: Db, ticketIds: readonly string[]): Promise<Map<string, FileAttachment[]>> {
  const rows = await db
    .selectFrom("file")
    .select(["id", "ticket_id", "name", "type", "size"])
    .where("ticket_id", "in", ticketIds)
    .orderBy("id")
    .execute();
  const files = new Map<string, FileAttachment[]>();
  for (const { id, ticket_id, name, type, size } of rows) {
    const file = { kind: "file" as const, fileId: id, name, type, size };
    files.set(ticket_id ?? "", [...(files.get(ticket_id ?? "") ?? []), file]);
  }
  return files;
}

function toTicket(row: TicketRow, locale: Locale): Ticket {
  return {
    id: row.id,
    number: row.number,
    kind: kindSchema.parse(row.kind),
    state: stateSchema.parse(row.state),
    origin: row.origin_name ?? row.origin_id,
    activity: { id: row.activity_id, name: inLocale(fromJson(nameSchema, row.name_json), locale) },
    requester: person(row.requester_id, row.requester_name, row.requester_photo),
    group: row.group_id === null ? undefined : { id: row.group_id, name: row.group_name ?? row.group_id },
    assignee:
      row.assignee_id === null
        ? undefined
        : person(row.assignee_id, row.assignee_name ?? row.assignee_id, row.assignee_photo),
    description: row.description,
    fields: toWireFields(fromJson(storedFieldsSchema, row.fields_json), locale),
    conversationId: row.conversation_id ?? undefined,
    availableViaChat: row.service_via_chat === 1,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function person(id: string, name: string, photoUrl: string | null): Ticket["requester"] {
  return { id, name, photoUrl: photoUrl ?? undefined };
}
