import type { Conversation } from "../../../contract/index.js";
import type { Talk } from "../../../web/chat/talk.js";
import type { Person } from "../person.js";
import { until } from "../until.js";
import { QueueView } from "./queue-view.js";

/** A view that has lived through everything, and how to open the same one afresh. */
export interface LivingView {
  readonly person: Person;
  readonly queue?: QueueView | undefined;
  /** The same person once more, with an empty memory. */
  openAgain(): Person;
}

/**
 * "Old snapshot + events = fresh snapshot": what somebody's screen has become through everything that was told must be
 * what it would show if it were opened now. Compared are an agent's queue and every talk a person has open.
 */
export async function findStaleViews(
  views: readonly LivingView[],
  settleWithinMs: number,
): Promise<string[]> {
  const found = await Promise.all(views.map((view) => compareOne(view, settleWithinMs)));
  return found.flat();
}

async function compareOne(
  { person, queue, openAgain }: LivingView,
  settleWithinMs: number,
): Promise<string[]> {
  const fresh = openAgain();
  try {
    const freshQueue = new QueueView(fresh);
    const talks = await openTalks(fresh, person, settleWithinMs);
    let differences: string[] = [];
    const agree = () => {
      differences = [
        ...(queue === undefined ? [] : compareLines("queue", queue.lines(), freshQueue.lines())),
        ...talks.flatMap(([old, now]) => compareLines(`talk ${old.conversationId}`, draw(old), draw(now))),
      ];
      return differences.length === 0;
    };
    await until("both views agree", agree, settleWithinMs).catch(() => undefined);
    return differences.map((difference) => `${person.side} ${person.id}: ${difference}`);
  } finally {
    fresh.close();
  }
}

async function openTalks(fresh: Person, living: Person, settleWithinMs: number): Promise<[Talk, Talk][]> {
  const pairs: [Talk, Talk][] = [];
  for (const [conversationId, old] of living.talks) {
    const outcome = await fresh.ask("conversation:open", { conversationId });
    if (!outcome.ok) continue;
    const now = fresh.show(outcome.conversation);
    const isRead = () => now.getSnapshot().caughtUp;
    await until("the fresh talk is read", isRead, settleWithinMs).catch(() => undefined);
    pairs.push([old, now]);
  }
  return pairs;
}

/** The talk as its reader sees it: whose it is, and every message whole. */
function draw(talk: Talk): Map<string, string> {
  const { conversation, items } = talk.getSnapshot();
  const lines = new Map(
    items.flatMap((item) =>
      item.kind === "posted" ? [[String(item.message.seq), JSON.stringify(item.message)] as const] : [],
    ),
  );
  return lines.set("state", conversation === undefined ? "unknown" : toState(conversation));
}

function toState({ owner, epoch, ticketNumber, attendance }: Conversation): string {
  const { id, phase, status, agent, version } = attendance ?? {};
  return JSON.stringify({
    owner,
    epoch,
    ticketNumber,
    attendance: { id, phase, status, agent: agent?.id, version },
  });
}

function compareLines(
  what: string,
  living: ReadonlyMap<string, string>,
  fresh: ReadonlyMap<string, string>,
): string[] {
  const names = new Set([...living.keys(), ...fresh.keys()]);
  return [...names].flatMap((name) => {
    const [before, now] = [living.get(name), fresh.get(name)];
    return before === now
      ? []
      : [`${what}, ${name}: shows ${before ?? "nothing"}, should be ${now ?? "nothing"}`];
  });
}
