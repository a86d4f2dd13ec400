import { z } from "zod";
import {
  type FileAttachment,
  inLocale,
  type Locale,
  type ServiceLevel,
  type Ticket,
  ticketKinds,
  ticketLevels,
  ticketPriorities,
  ticketStates,
} from "../contract/index.js";
import { type Db, fromJson } from "../store/index.js";
import { readAgreementNames, viewLevel } from "./agreements/index.js";
import { nameSchema } from "./catalog/index.js";
import { storedFieldsSchema, toWireFields } from "./fields/index.js";

const kindSchema = z.enum(ticketKinds);
const stateSchema = z.enum(ticketStates);

const prioritySchema = z.enum(ticketPriorities);
const levelSchema = z.enum(ticketLevels);

/** For whom a ticket is read. */
export interface TicketReading {
  readonly locale: Locale;
  readonly now: number;
  readonly audience: "staff" | "requester";
}

type TicketRow = Awaited<ReturnType<typeof selectRows>>[number];

/** The tickets with these ids as they go over the wire, in the order of the ids; one that is not there is left out. */
export async function readTickets(db: Db, ids: readonly string[], reading: TicketReading): Promise<Ticket[]> {
  if (ids.length === 0) return [];
  const rows = new Map((await selectRows(db, ids)).map((row) => [row.id, row]));
  const attendances = await openAttendances(db, ids);
  const names = await readAgreementNames(db);
  const files = await filesOf(db, ids);
  return ids.flatMap((id) => {
    const row = rows.get(id);
    if (row === undefined) return [];
    const attendance = attendances.get(id);
    // Until somebody has written, the requester sees the request as unanswered (S3-17).
    const agentId =
      reading.audience === "staff" || row.responded_at !== null ? attendance?.agentId : undefined;
    const level = viewLevel(row, { ...reading, names });
    return [
      {
        ...toTicket(row, reading),
        serviceLevel: level,
        chat: toChat(row, level),
        attendance: attendance === undefined ? undefined : { ...attendance, agentId },
        files: files.get(id),
      },
    ];
  });
}

function selectRows(db: Db, ids: readonly string[]) {
  return db
    .selectFrom("ticket")
    .innerJoin("activity", "activity.id", "ticket.activity_id")
    .innerJoin("account as requester", "requester.id", "ticket.requester_id")
    .leftJoin("account as assignee", "assignee.id", "ticket.assignee_id")
    .leftJoin("assignment_group", "assignment_group.id", "ticket.group_id")
    .leftJoin("account as owner", "owner.id", "ticket.owner_id")
    .leftJoin("account as expert", "expert.id", "ticket.expert_id")
    .leftJoin("service", (join) =>
      join.on((on) => on("service.id", "=", on.fn.coalesce("ticket.service_id", "activity.service_id"))),
    )
    .leftJoin("origin", "origin.id", "ticket.origin_id")
    .leftJoin("desk_link", "desk_link.ticket_id", "ticket.id")
    .leftJoin("other_desk", "other_desk.id", "desk_link.desk_id")
    .selectAll("ticket")
    .select(["other_desk.name as desk_name", "desk_link.remote_number", "desk_link.remote_url"])
    .select(["activity.name_json", "origin.name as origin_name", "assignment_group.name as group_name"])
    .select(["requester.name as requester_name", "requester.photo_url as requester_photo"])
    .select(["assignee.name as assignee_name", "assignee.photo_url as assignee_photo"])
    .select(["owner.name as owner_name", "expert.name as expert_name"])
    .select(["service.id as shown_service_id", "service.name_json as service_name_json"])
    .select("service.via_chat as service_via_chat")
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

function toTicket(row: TicketRow, { locale, audience }: TicketReading): Omit<Ticket, "chat"> {
  const forStaff = audience === "staff";
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
    priority: prioritySchema.parse(row.priority),
    impact: levelSchema.parse(row.impact),
    urgency: levelSchema.parse(row.urgency),
    service:
      row.shown_service_id === null || row.service_name_json === null
        ? undefined
        : {
            id: row.shown_service_id,
            name: inLocale(fromJson(nameSchema, row.service_name_json), locale),
          },
    owner: forStaff ? optionalPerson(row.owner_id, row.owner_name) : undefined,
    expert: forStaff ? optionalPerson(row.expert_id, row.expert_name) : undefined,
    elsewhere: toElsewhere(row, forStaff),
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function toElsewhere(row: TicketRow, forStaff: boolean): Ticket["elsewhere"] {
  const { desk_name: desk, remote_number: number, remote_url: url } = row;
  if (desk === null || number === null) return undefined;
  return { desk, number, url: forStaff ? (url ?? undefined) : undefined };
}

function person(id: string, name: string, photoUrl: string | null): Ticket["requester"] {
  return { id, name, photoUrl: photoUrl ?? undefined };
}

function toChat({ service_via_chat }: TicketRow, level: ServiceLevel | undefined): Ticket["chat"] {
  if (service_via_chat === 0) return "not-by-chat";
  return level === undefined || level.chat.isEnabled ? "open" : "no-agreement";
}

function optionalPerson(id: string | null, name: string | null) {
  return id === null ? undefined : person(id, name ?? id, null);
}
