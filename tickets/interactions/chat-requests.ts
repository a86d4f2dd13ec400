import { sql } from "kysely";
import {
  attendancePhases,
  attendanceStatuses,
  type ChatRequest,
  type ChatRequestQuery,
  inLocale,
  type Locale,
  localeSchema,
  localizedTextSchema,
} from "../../contract/index.js";
import { type Db, fromJson } from "../../store/index.js";
import { nameSchema } from "../catalog/index.js";
import { plainNumber } from "../number.js";
import { escapeLike, isAfter, type Page, pageOf } from "./paging.js";
import { optionalPerson } from "./person.js";
import { isOfGroups, isOwn, isVisibleTo, type Reader } from "./who-may-see.js";

/** Who answered before a person did; requesters know it by this name too. */
const botName = "Deskhand";

const sorts = {
  lastRequest: sql<number>`attendance_record.last_requested_at`,
  status: sql<string>`attendance.status`,
  contact: sql<string>`lower(contact.name)`,
};

/** The few that are pending are found by their status and then sorted; the index of the order would mislead to read all. */
const byRequestUnread = sql<number>`(attendance_record.last_requested_at + 0)`;

/**
 * One page of the chat requests this reader may see (S1-24). `mine` are the pending ones of the reader and the reader's
 * groups (S3-15).
 */
export async function listChatRequests(
  db: Db,
  reader: Reader,
  query: ChatRequestQuery,
  locale: Locale,
): Promise<Page<ChatRequest>> {
  const isMine = query.view === "mine";
  const by = isMine && query.sort === "lastRequest" ? byRequestUnread : sorts[query.sort];
  let select = db
    .selectFrom("attendance")
    .innerJoin("account as contact", "contact.id", "attendance.requester_id")
    .leftJoin("ticket", "ticket.id", "attendance.ticket_id")
    .innerJoin("attendance_record", "attendance_record.attendance_id", "attendance.id")
    .select(["attendance_record.attendance_id as id", sql<string | number>`${by}`.as("place")])
    .where(isAfter(query.after, { by, id: "attendance_record.attendance_id", order: query.order }))
    .orderBy(by, query.order)
    .orderBy("attendance_record.attendance_id", query.order)
    .limit(query.limit + 1);
  if (isMine) {
    select = select
      .where((eb) => eb.or([isOfGroups(eb, reader.groupIds), isOwn(eb, reader.accountId)]))
      .where("attendance.status", "=", "pending");
  } else if (reader.role === "agent") select = select.where((eb) => isVisibleTo(eb, reader));
  if (query.phase !== undefined) select = select.where("attendance.phase", "=", query.phase);
  if (query.status !== undefined) select = select.where("attendance.status", "=", query.status);
  const { groupId } = query;
  if (groupId !== undefined) select = select.where((eb) => isOfGroups(eb, [groupId]));
  const words = query.q?.trim().toLowerCase() ?? "";
  if (words !== "") {
    const part = `%${escapeLike(words)}%`;
    select = select.where((eb) =>
      eb.or([
        sql<boolean>`ticket.number like ${`${escapeLike(plainNumber(words))}%`} escape '!'`,
        sql<boolean>`lower(attendance.question) like ${part} escape '!'`,
        sql<boolean>`lower(contact.name) like ${part} escape '!'`,
        eb.exists(
          eb
            .selectFrom("tag")
            .select("tag.name")
            .where(sql<boolean>`tag.name like ${`${escapeLike(words)}%`} escape '!'`)
            .where((of) =>
              of.or([
                of.and([
                  of("tag.object_type", "=", "conversation"),
                  of("tag.object_id", "=", of.ref("attendance.conversation_id")),
                ]),
                of.and([
                  of("tag.object_type", "=", "ticket"),
                  of("tag.object_id", "=", of.ref("attendance.ticket_id")),
                ]),
              ]),
            ),
        ),
      ]),
    );
  }
  const { ids, next } = pageOf(await select.execute(), query.limit);
  return { items: await readChatRequests(db, ids, locale), next };
}

/** Chat requests with these ids, in the order of the ids. */
export async function readChatRequests(
  db: Db,
  ids: readonly string[],
  locale: Locale,
): Promise<ChatRequest[]> {
  if (ids.length === 0) return [];
  const rows = new Map((await selectRows(db, ids)).map((row) => [row.id, row]));
  const groups = await db
    .selectFrom("attendance_group")
    .innerJoin("assignment_group", "assignment_group.id", "attendance_group.group_id")
    .select(["attendance_id", "assignment_group.id", "assignment_group.name"])
    .where("attendance_id", "in", [...ids])
    .orderBy("assignment_group.name")
    .execute();
  return ids.flatMap((id) => {
    const row = rows.get(id);
    if (row === undefined) return [];
    const own = groups.filter((group) => group.attendance_id === id);
    return [
      { ...toChatRequest(row, locale), groups: own.map(({ id: groupId, name }) => ({ id: groupId, name })) },
    ];
  });
}

function selectRows(db: Db, ids: readonly string[]) {
  return db
    .selectFrom("attendance")
    .innerJoin("account as contact", "contact.id", "attendance.requester_id")
    .leftJoin("account as agent", "agent.id", "attendance.agent_id")
    .leftJoin("ticket", "ticket.id", "attendance.ticket_id")
    .leftJoin("activity", "activity.id", "ticket.activity_id")
    .leftJoin("service", (join) =>
      join.on((on) => on("service.id", "=", on.fn.coalesce("ticket.service_id", "activity.service_id"))),
    )
    .leftJoin("attendance_record as kept", "kept.attendance_id", "attendance.id")
    .leftJoin("ticket as previous", "previous.id", "ticket.previous_ticket_id")
    .leftJoin("completion_code", "completion_code.id", "kept.completion_code_id")
    .selectAll("attendance")
    .select(["contact.name as contact_name", "contact.photo_url as contact_photo"])
    .select(["agent.name as agent_name", "agent.photo_url as agent_photo", "ticket.number as ticket_number"])
    .select(["service.id as service_id", "service.name_json as service_json"])
    .select(["previous.number as previous_number", "completion_code.name_json as code_json"])
    .select(["kept.last_requested_at", "kept.response_due_at"])
    .where("attendance.id", "in", [...ids])
    .execute();
}

type RequestRow = Awaited<ReturnType<typeof selectRows>>[number];

function toChatRequest(row: RequestRow, locale: Locale): ChatRequest {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    phase: attendancePhases.find((phase) => phase === row.phase) ?? "logged",
    status: attendanceStatuses.find((status) => status === row.status) ?? "none",
    question: row.question,
    language: localeSchema.catch("en").parse(row.language),
    contact: { id: row.requester_id, name: row.contact_name, photoUrl: row.contact_photo ?? undefined },
    assignee: optionalPerson(row.agent_id, row.agent_name, row.agent_photo),
    bot: row.context_json.includes('"reason":"direct"') ? undefined : botName,
    groups: [],
    service:
      row.service_id === null || row.service_json === null
        ? undefined
        : { id: row.service_id, name: inLocale(fromJson(nameSchema, row.service_json), locale) },
    ticketNumber: row.ticket_number ?? undefined,
    previousTicketNumber: row.previous_number ?? undefined,
    completionCode:
      row.code_json === null ? undefined : inLocale(fromJson(localizedTextSchema, row.code_json), locale),
    reason: row.reason ?? undefined,
    createdAt: row.created_at,
    lastRequestAt: row.last_requested_at ?? row.created_at,
    acceptedAt: row.accepted_at ?? undefined,
    closedAt: row.closed_at ?? undefined,
    responseDueAt: row.response_due_at ?? undefined,
  };
}
