import { AppError, inLocale, localeSchema, ticketPriorities } from "../../contract/index.js";
import { type Db, fromJson } from "../../store/index.js";
import { nameSchema } from "../catalog/index.js";
import { storedFieldsSchema } from "../fields/index.js";
import type { MappingSource } from "./fill-interaction.js";

/** What the attendance knows that an interaction can be filled from. Throws `attendance/not-found`. */
export async function readSource(
  db: Db,
  which: { readonly attendanceId: string; readonly agentId: string | undefined },
): Promise<MappingSource & { readonly ticketId: string | undefined }> {
  const row = await db
    .selectFrom("attendance")
    .innerJoin("account as requester", "requester.id", "attendance.requester_id")
    .leftJoin("ticket", "ticket.id", "attendance.ticket_id")
    .leftJoin("activity", "activity.id", "ticket.activity_id")
    .leftJoin("service", (join) =>
      join.on((on) => on("service.id", "=", on.fn.coalesce("ticket.service_id", "activity.service_id"))),
    )
    .leftJoin("account as agent", (join) => join.on("agent.id", "=", which.agentId ?? ""))
    .select(["attendance.requester_id", "attendance.question", "attendance.language", "attendance.ticket_id"])
    .select(["requester.name", "requester.email", "requester.location", "agent.name as agent_name"])
    .select(["ticket.number", "ticket.description", "ticket.fields_json", "ticket.group_id"])
    .select(["ticket.priority", "ticket.activity_id"])
    .select(["activity.name_json as activity_json", "service.name_json as service_json"])
    .where("attendance.id", "=", which.attendanceId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError("attendance/not-found", "There is no such chat request.");
  const locale = localeSchema.catch("en").parse(row.language);
  const nameOf = (json: string | null) => (json === null ? "" : inLocale(fromJson(nameSchema, json), locale));
  const fields = row.fields_json === null ? [] : fromJson(storedFieldsSchema, row.fields_json);
  return {
    ticketId: row.ticket_id ?? undefined,
    contactId: row.requester_id,
    groupId: row.group_id ?? undefined,
    activityId: row.activity_id ?? undefined,
    priority: ticketPriorities.find((priority) => priority === row.priority),
    agentId: which.agentId,
    words: {
      "requester.name": row.name,
      "requester.email": row.email ?? "",
      "requester.location": row.location ?? "",
      question: row.question,
      language: row.language,
      "ticket.number": row.number ?? "",
      "ticket.description": row.description ?? "",
      "ticket.activity": nameOf(row.activity_json),
      "ticket.service": nameOf(row.service_json),
      "ticket.fields": fields
        .map(({ label, display }) => `${inLocale(label, locale)}: ${display}`)
        .join("\n"),
      "agent.name": row.agent_name ?? "",
    },
  };
}
