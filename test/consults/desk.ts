import { randomUUID } from "node:crypto";
import { type Colleague, type ConsultHooks, createConsults } from "../../consults/index.js";
import { createConversations, createSilentBell } from "../../conversation/index.js";
import type { Store } from "../../store/index.js";
import { addAccount } from "../support/desks.js";

type Ended = Parameters<ConsultHooks["endedIn"]>[1];

/** Consults over a real store, with a clock and presence of the test's own. */
export async function openConsults(store: Store, options: { readonly failAtEnd?: Error } = {}) {
  const failures: unknown[] = [];
  const ended: Ended[] = [];
  const online = new Set<string>();
  const clock = { now: 1_700_000_000_000, canSeeLines: true };
  const now = () => clock.now;
  const failed = (error: unknown) => void failures.push(error);
  const bell = createSilentBell();
  const conversations = createConversations({ store, bell, now, failed });
  const consults = createConsults({
    store,
    conversations,
    bell,
    now,
    failed,
    graceMs: 60_000,
    whoIsOnline: async (ids) => (clock.canSeeLines ? new Set(ids.filter((id) => online.has(id))) : undefined),
    hooks: {
      endedIn: async (_, fact) => {
        if (options.failAtEnd !== undefined) throw options.failAtEnd;
        ended.push(fact);
      },
    },
  });

  async function colleague(name: string, groupIds: readonly string[] = []): Promise<Colleague> {
    const accountId = await addAccount(store, { role: "agent", name, groupIds });
    online.add(accountId);
    return { accountId, name, role: "agent", groupIds };
  }

  function start(originator: Colleague, others: readonly Colleague[], about: { ticketId?: string } = {}) {
    return consults.start({
      originator,
      requestId: randomUUID(),
      title: "",
      locale: "en",
      invitees: { accountIds: others.map(({ accountId }) => accountId), groupIds: [] },
      ...about,
    });
  }

  const say = (person: Colleague, conversationId: string, text: string, epoch = 1) =>
    conversations.append({
      conversationId,
      clientMessageId: randomUUID(),
      sender: { kind: "agent", id: person.accountId, name: person.name },
      text,
      epoch,
    });

  return { consults, conversations, clock, online, ended, failures, colleague, start, say };
}

export type TestConsults = Awaited<ReturnType<typeof openConsults>>;
