import type { Conversations } from "../conversation/index.js";
import type { FactKind, HandoffFact, HandoffHooks } from "../handoff/index.js";
import {
  createReports,
  createSatisfaction,
  markAcceptedIn,
  markEndedIn,
  markRequestedIn,
  type Reports,
  type Satisfaction,
} from "../insight/index.js";
import type { Db, Store } from "../store/index.js";

export interface Insight {
  readonly satisfaction: Satisfaction;
  readonly reports: Reports;
  /** What a change of an attendance leaves behind for reports, and the question at its end. */
  readonly hooks: HandoffHooks;
}

/** Satisfaction and reports, wired to what happens to attendances. */
export function createInsight(parts: {
  readonly store: Store;
  readonly conversations: Conversations;
  readonly now: () => number;
}): Insight {
  const satisfaction = createSatisfaction(parts);
  return { satisfaction, reports: createReports(parts.store), hooks: createHooks(parts, satisfaction) };
}

function createHooks(
  { conversations }: { readonly conversations: Conversations },
  satisfaction: Satisfaction,
): HandoffHooks {
  const requested = (trx: Db, { attendance }: HandoffFact) => markRequestedIn(trx, attendance.row);
  return {
    requested,
    resumed: requested,
    cancelled: (trx, { attendance, now }) => markEndedIn(trx, attendance.row, now),
    accepted: (trx, { attendance, now }) => markAcceptedIn(trx, attendance.row, now),
    ended: async (trx, { attendance, now, afterCommit }) => {
      await markEndedIn(trx, attendance.row, now);
      const conversationId = attendance.row.conversation_id;
      const messages = await satisfaction.endedIn(trx, { conversationId, at: now });
      if (messages.length > 0) afterCommit(() => conversations.announce({ messages }));
    },
  };
}

/** Both run at each fact, the first one first. */
export function joinHooks(first: HandoffHooks, second: HandoffHooks): HandoffHooks {
  const kinds = new Set([...Object.keys(first), ...Object.keys(second)] as FactKind[]);
  return Object.fromEntries(
    [...kinds].map((kind) => [
      kind,
      async (trx: Db, fact: HandoffFact) => {
        await first[kind]?.(trx, fact);
        await second[kind]?.(trx, fact);
      },
    ]),
  );
}
