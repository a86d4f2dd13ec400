import { type HandoffFact, type HandoffHooks, system } from "../handoff/index.js";
import type { Db } from "../store/index.js";
import type { Tickets } from "../tickets/index.js";
import type { RecordHooks } from "./records/index.js";

/** What a change of an attendance does to its ticket and its records, in the same transaction (S2-52, S1-25). */
export function createHooks(
  tickets: Pick<Tickets, "acceptedIn" | "eventIn" | "assignIn">,
  records: RecordHooks,
): HandoffHooks {
  const taken = async (trx: Db, fact: HandoffFact, groupId: string | undefined) => {
    const { ticketId } = subject(fact);
    if (fact.agent === undefined) return;
    if (ticketId !== undefined) {
      await tickets.acceptedIn(trx, { ticketId, agent: fact.agent, groupId, at: fact.now });
    }
    await records.acceptedIn(trx, fact);
  };
  const transferred: HandoffHooks["transferred"] = async (trx, fact) => {
    const { ticketId, actor } = subject(fact);
    if (ticketId === undefined) return;
    if (fact.note !== undefined) {
      await tickets.eventIn(trx, { ticketId, actor, at: fact.now, kind: "note", text: fact.note });
    }
    await tickets.assignIn(trx, { ticketId, actor, at: fact.now, assignee: fact.agent });
  };
  return {
    requested: records.requestedIn,
    accepted: async (trx, fact) => {
      const { groupId } = await records.requireAcceptable(trx, fact);
      await taken(trx, fact, groupId);
    },
    resumed: async (trx, fact) => {
      await records.requestedIn(trx, fact);
      await taken(trx, fact, undefined);
    },
    transferred,
    reclaimed: async (trx, fact) => {
      const { ticketId, actor } = subject(fact);
      if (ticketId !== undefined) {
        await tickets.assignIn(trx, { ticketId, actor, at: fact.now, assignee: undefined });
      }
    },
    overflowed: async (trx, fact) => {
      const { ticketId, actor } = subject(fact);
      if (ticketId === undefined || fact.groupId === undefined) return;
      const text = await nameOfGroup(trx, fact.groupId);
      await tickets.eventIn(trx, { ticketId, actor, at: fact.now, kind: "overflowed", text });
    },
    ended: records.endedIn,
  };
}

async function nameOfGroup(trx: Db, id: string): Promise<string> {
  const group = await trx
    .selectFrom("assignment_group")
    .select("name")
    .where("id", "=", id)
    .executeTakeFirst();
  return group?.name ?? "";
}

function subject(fact: HandoffFact) {
  const { id, name, role } = fact.actor;
  const kind = id === system.accountId ? "system" : role === "requester" ? "requester" : "agent";
  return {
    ticketId: fact.attendance.row.ticket_id ?? undefined,
    actor: { kind, id, name },
  };
}
