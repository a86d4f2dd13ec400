import type { HandoffFact, HandoffHooks } from "../handoff/index.js";
import type { Tickets } from "../tickets/index.js";

/** What a change of an attendance does to its ticket, in the same transaction (S2-52). */
export function createHooks(tickets: Pick<Tickets, "acceptedIn" | "eventIn" | "assignIn">): HandoffHooks {
  const accepted: HandoffHooks["accepted"] = async (trx, fact) => {
    const { ticketId } = subject(fact);
    if (ticketId === undefined || fact.agent === undefined) return;
    await tickets.acceptedIn(trx, { ticketId, agent: fact.agent, at: fact.now });
  };
  const transferred: HandoffHooks["transferred"] = async (trx, fact) => {
    const { ticketId, actor } = subject(fact);
    if (ticketId === undefined) return;
    if (fact.note !== undefined) {
      await tickets.eventIn(trx, { ticketId, actor, at: fact.now, kind: "note", text: fact.note });
    }
    await tickets.assignIn(trx, { ticketId, actor, at: fact.now, assignee: fact.agent });
  };
  return { accepted, resumed: accepted, transferred };
}

function subject(fact: HandoffFact) {
  const { id, name, role } = fact.actor;
  return {
    ticketId: fact.attendance.row.ticket_id ?? undefined,
    actor: { kind: role === "requester" ? "requester" : "agent", id, name },
  };
}
