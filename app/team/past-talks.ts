import type { Principal } from "../../contract/index.js";
import type { PastTalk } from "../../contract/team/index.js";
import { sideOf } from "../../conversation/index.js";
import type { Db } from "../../store/index.js";

const listMax = 20;

/** Earlier talks of the same requester, newest first, as far as the reader may see them. */
export type PastTalks = (conversationId: string, reader: Principal) => Promise<PastTalk[]>;

export function createPastTalks(db: Db): PastTalks {
  return async (conversationId, reader) => {
    const rows = await readRows(db, conversationId);
    const seen = await Promise.all(
      rows.map(async (row) => ((await sideOf(db, reader, row.id)) === "agent" ? [row] : [])),
    );
    return seen.flat().map((row) => ({
      conversationId: row.id,
      channel: row.channel,
      question: row.question ?? "",
      ...(row.number === null ? {} : { ticketNumber: row.number }),
      ...(row.agent_name === null ? {} : { agentName: row.agent_name }),
      open: row.phase !== null && row.phase !== "closed",
      ...(row.attendance_id === null ? {} : { attendanceId: row.attendance_id }),
      ...(row.into_id === null ? {} : { mergedInto: row.into_id }),
      startedAt: row.created_at,
    }));
  };
}

/** One row per talk, with its newest attendance. */
function readRows(db: Db, conversationId: string) {
  return db
    .selectFrom("conversation as present")
    .innerJoin("conversation", "conversation.requester_id", "present.requester_id")
    .leftJoin("attendance", (join) =>
      join.on("attendance.id", "=", (where) =>
        where
          .selectFrom("attendance as newest")
          .select((of) => of.fn.max("newest.id").as("id"))
          .whereRef("newest.conversation_id", "=", "conversation.id"),
      ),
    )
    .leftJoin("ticket", "ticket.id", "conversation.ticket_id")
    .leftJoin("account as agent", "agent.id", "attendance.agent_id")
    .leftJoin("merged_talk", "merged_talk.from_id", "conversation.id")
    .select([
      "conversation.id",
      "conversation.channel",
      "conversation.created_at",
      "attendance.id as attendance_id",
      "attendance.question",
      "attendance.phase",
      "ticket.number",
      "agent.name as agent_name",
      "merged_talk.into_id",
    ])
    .where("present.id", "=", conversationId)
    .where("conversation.kind", "=", "talk")
    .whereRef("conversation.id", "<>", "present.id")
    .orderBy("conversation.created_at", "desc")
    .limit(listMax)
    .execute();
}
