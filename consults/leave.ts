import type { Memo } from "../contract/index.js";
import { toMessage } from "../conversation/index.js";
import type { Colleague, ConsultDesk } from "./desk.js";
import { memberOf, nameOf, namesOf, requireJoined, spentOf, transact, type Work } from "./work.js";

/** Leaves; when the originator does, the consult ends for everybody (S4-15, S4-16). */
export function leave(
  desk: ConsultDesk,
  { conversationId, actor }: { readonly conversationId: string; readonly actor: Colleague },
): Promise<void> {
  return transact(desk, conversationId, async (work) => {
    if (work.consult.ended_at !== null && memberOf(work, actor.accountId) !== undefined) return;
    if (memberOf(work, actor.accountId)?.state === "left") return;
    requireJoined(work, actor.accountId);
    if (work.consult.originator_id === actor.accountId) return endIn(desk, work, "ended");
    await work.say("left", { id: actor.accountId, name: actor.name });
    const leftSeq = await lastSeqOf(work);
    await work.setMember(actor.accountId, { state: "left", left_at: work.now, left_seq: leftSeq });
    await work.change({});
  });
}

/** Ends the consult: its length and transcript go to its ticket, and what was off the record is erased. */
export async function endIn(desk: ConsultDesk, work: Work, how: "ended" | "lost"): Promise<void> {
  const { trx, now, consult, conversation } = work;
  // When the line was lost, nobody knows what was done after it.
  const until = how === "lost" ? (consult.originator_away_since ?? now) : now;
  const spentMs = spentOf(work, until);
  const originator = await nameOf(trx, consult.originator_id);
  await work.say(how, originator, { spentMs });
  await desk.conversations.moveOwnerIn(trx, { conversationId: conversation.id, to: { kind: "none" }, now });
  for (const member of work.members) {
    if (member.state === "invited")
      await work.setMember(member.account_id, { state: "declined", left_at: now });
  }
  await trx.deleteFrom("off_record").where("conversation_id", "=", conversation.id).execute();
  await work.change({ ended_at: now, end_reason: how, spent_ms: spentMs, running_since: null });
  if (consult.ticket_id === null) return;
  const memo = await makeMemo(work, spentMs);
  await desk.hooks.endedIn(trx, { ticketId: consult.ticket_id, author: originator, at: now, memo });
}

async function lastSeqOf({ trx, conversation }: Work): Promise<number> {
  const row = await trx
    .selectFrom("conversation")
    .select("last_seq")
    .where("id", "=", conversation.id)
    .executeTakeFirstOrThrow();
  return row.last_seq;
}

/** Everything of the Dialog Box that is on the record, joining and leaving too (S4 reading 12). */
async function makeMemo({ trx, now, consult, conversation, members }: Work, spentMs: number): Promise<Memo> {
  const rows = await trx
    .selectFrom("message")
    .selectAll()
    .where("conversation_id", "=", conversation.id)
    .orderBy("seq")
    .execute();
  const came = members.filter((member) => member.joined_at !== null).map((member) => member.account_id);
  const people = await namesOf(trx, came);
  return {
    consultId: conversation.id,
    spentMs,
    startedAt: consult.started_at,
    endedAt: now,
    names: people.map(({ name }) => name),
    lines: rows.map(toMessage).map(({ sentAt, sender, text, notice }) => ({
      at: sentAt,
      name: sender.name,
      text,
      ...(notice === undefined ? {} : { notice }),
    })),
  };
}
