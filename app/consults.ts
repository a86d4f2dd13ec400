import { type Consults, consultHandlers, createConsults } from "../consults/index.js";
import { AppError, type Message } from "../contract/index.js";
import { type Bell, type Conversations, sideOf } from "../conversation/index.js";
import type { Handoff } from "../handoff/index.js";
import type { Sockets } from "../sockets.js";
import { type Store, toJson } from "../store/index.js";
import type { Tickets } from "../tickets/index.js";
import type { Domains } from "./domains.js";

/** The talks among colleagues, with what their end does to a ticket in the same transaction (S4-28 … S4-30). */
export function createColleagues(parts: {
  readonly store: Store;
  readonly conversations: Conversations;
  readonly bell: Bell;
  readonly tickets: Pick<Tickets, "eventIn">;
  readonly handoff: Pick<Handoff, "people" | "health">;
  readonly now: () => number;
  readonly failed: (error: unknown) => void;
}): Consults {
  const { handoff, tickets, ...rest } = parts;
  return createConsults({
    ...rest,
    hooks: {
      endedIn: async (trx, { ticketId, author, at, memo }) => {
        const actor = { kind: "agent", ...author };
        await tickets.eventIn(trx, { ticketId, kind: "consult", actor, at, text: toJson(memo) });
      },
    },
    whoIsOnline: async (accountIds) => {
      // Without Redis a node sees its own lines only: nobody is taken for gone then.
      if (handoff.health().state !== "up") return undefined;
      const people = await handoff.people.statusOf(accountIds);
      return new Set(people.filter(({ online }) => online).map(({ accountId }) => accountId));
    },
  });
}

/** What clients may ask of it. */
export function createColleagueHandlers(
  parts: Pick<Domains, "store" | "consults" | "accounts" | "tickets" | "views">,
) {
  const { store, consults, accounts, tickets, views } = parts;
  return consultHandlers({
    consults,
    localeOf: async (person) => (await accounts.accountById(person.accountId))?.locale,
    ticketIdOf: async (person, number) => (await tickets.byNumber(person, number, "en")).id,
    conversationView: views.ofPerson,
    requireSeen: async (person, id) => {
      if ((await sideOf(store.db, person, id)) !== undefined) return;
      throw new AppError("conversation/not-found", "There is no such conversation of yours.");
    },
  });
}

/** Every wire from a fact among colleagues to those who may see it, and to nobody else. */
export function connectColleagues(
  parts: Pick<Domains, "consults" | "conversations" | "personOf" | "failed"> & {
    readonly sockets: Sockets;
  },
): (() => void)[] {
  const { consults, conversations, personOf, sockets } = parts;
  const run = (work: Promise<void>) => void work.catch(parts.failed);

  async function tellChoice(choice: { conversationId: string; from: string; to: string; on: boolean }) {
    const { conversationId, from, to, on } = choice;
    const name = (await personOf(from))?.name ?? "";
    sockets.toAccount(to, "off-record:selected", { conversationId, accountId: from, name, on });
  }

  async function tellContact(ownerId: string, contactId: string): Promise<void> {
    const [forOwner, forContact] = await Promise.all([
      consults.contact(ownerId, contactId),
      consults.contact(contactId, ownerId),
    ]);
    sockets.toAccount(ownerId, "contact:changed", { contact: forOwner });
    sockets.toAccount(contactId, "contact:changed", { contact: forContact });
  }

  /** Who has left hears nothing that comes after it: messages are told in their order, so this is the moment. */
  function heard({ conversationId, notice }: Message): void {
    if (notice === undefined) return;
    const { kind, event, accountId } = notice;
    if (kind === "consult" && event === "left" && accountId !== undefined)
      sockets.forget(conversationId, accountId);
  }

  return [
    conversations.events.on("posted", heard),
    consults.events.on("changed", (accountId, consult) =>
      sockets.toAccount(accountId, "consult:changed", { consult }),
    ),
    consults.events.on("off-record", (offRecord) => {
      for (const { id } of [offRecord.sender, offRecord.recipient]) {
        sockets.toAccount(id, "off-record:posted", { offRecord });
      }
    }),
    consults.events.on("selected", (choice) => run(tellChoice(choice))),
    consults.events.on("contact", (ownerId, contactId) => run(tellContact(ownerId, contactId))),
  ];
}
