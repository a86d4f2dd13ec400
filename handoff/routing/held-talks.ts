import type { Trx } from "../../conversation/index.js";

/** A talk that an agent has, as far as somebody waits in it. */
export interface HeldTalk {
  readonly attendanceId: string;
  readonly agentId: string;
  readonly epoch: number;
  readonly acceptedAt: number;
  /** Whether an agent has written since it was accepted. */
  readonly isAnswered: boolean;
  /** When the requester wrote what nobody has answered. */
  readonly askedAt: number | undefined;
}

/** What has been said since the agents of these talks got them; talks that no agent has are left out. */
export async function readHeldTalks(trx: Trx, ids: readonly string[]): Promise<HeldTalk[]> {
  if (ids.length === 0) return [];
  const rows = await trx
    .selectFrom("attendance")
    .innerJoin("conversation", "conversation.id", "attendance.conversation_id")
    .select(["attendance.id", "attendance.agent_id", "attendance.accepted_at", "conversation.epoch"])
    .select((of) => {
      const answered = of
        .selectFrom("message")
        .select("seq")
        .whereRef("message.conversation_id", "=", "conversation.id")
        .whereRef("message.epoch", "=", "conversation.epoch")
        .where("sender_kind", "=", "agent")
        .orderBy("seq", "desc")
        .limit(1);
      const asked = of
        .selectFrom("message")
        .select("sent_at")
        .whereRef("message.conversation_id", "=", "conversation.id")
        .whereRef("message.epoch", "=", "conversation.epoch")
        .where("sender_kind", "=", "requester")
        .where("seq", ">", of.fn.coalesce(answered, of.lit(0)))
        .orderBy("seq")
        .limit(1);
      return [answered.as("answered_seq"), asked.as("asked_at")];
    })
    .where("attendance.id", "in", [...ids])
    .where("phase", "=", "accepted")
    .where("owner_kind", "=", "agent")
    .whereRef("owner_id", "=", "attendance.agent_id")
    .execute();
  return rows.map((row) => ({
    attendanceId: row.id,
    agentId: row.agent_id ?? "",
    epoch: row.epoch,
    acceptedAt: row.accepted_at ?? 0,
    isAnswered: row.answered_seq !== null,
    askedAt: row.asked_at ?? undefined,
  }));
}
