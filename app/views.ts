import {
  AppError,
  type Conversation,
  localeSchema,
  type Owner,
  type Person,
  type Principal,
} from "../contract/index.js";
import { type Conversations, type Side, toOwner } from "../conversation/index.js";
import type { Handoff } from "../handoff/index.js";
import type { Row, Store } from "../store/index.js";
import { whoIsHere } from "./presence.js";

export interface Views {
  /** The conversation as this person sees it; `conversation/not-found` when there is none. */
  ofPerson(id: string, viewer: Principal): Promise<Conversation>;
  /** A conversation as each of its sides sees it, of one reading. */
  ofSides(row: Row<"conversation">): Promise<Readonly<Record<Side, Conversation>>>;
}

/** Puts together what belongs to a conversation on the wire, from the parts that own it. */
export function createViews(parts: {
  readonly store: Store;
  readonly conversations: Conversations;
  readonly handoff: Handoff;
  /** The people of a conversation who are away and have been told by e-mail. */
  readonly mailedIn: (conversationId: string) => Promise<string[]>;
}): Views {
  const { store, conversations, handoff, mailedIn } = parts;

  /** What both sides see alike. */
  async function read(row: Row<"conversation">): Promise<Omit<Conversation, "attendance">> {
    const owner = toOwner(row);
    const agentId = owner.kind === "agent" ? owner.id : undefined;
    const [people, ticketNumber, online, readUpTo] = await Promise.all([
      peopleOf(store, agentId === undefined ? [row.requester_id] : [row.requester_id, agentId]),
      ticketNumberOf(store, row.ticket_id),
      onlineOf(handoff, row.requester_id, agentId),
      conversations.readMarks(row.id),
    ]);
    const isOneAway = agentId !== undefined && !(online.requester && online.agent);
    const mailed = isOneAway ? await mailedIn(row.id) : [];
    return {
      id: row.id,
      requester: people.get(row.requester_id) ?? { id: row.requester_id, name: "" },
      channel: row.channel,
      kind: kindOf(row),
      locale: localeSchema.parse(row.locale),
      owner: withName(owner, agentId === undefined ? undefined : people.get(agentId)),
      epoch: row.epoch,
      lastSeq: row.last_seq,
      ticketNumber,
      online,
      mailed: awaySide(online, row.requester_id, mailed),
      readUpTo,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
    };
  }

  return {
    ofPerson: async (id, viewer) => {
      const row = await conversations.byId(id);
      if (row === undefined)
        throw new AppError("conversation/not-found", "There is no such conversation of yours.");
      const audience = row.requester_id === viewer.accountId ? "requester" : "staff";
      const [shared, attendance] = await Promise.all([
        read(row),
        handoff.reads.ofConversation(row.id, audience),
      ]);
      const seen = { ...shared, attendance };
      // In a consult everybody stands on one side: only the own mark says what is new to its reader.
      return row.kind === "consult" ? { ...seen, readUpTo: await ownMark(store, id, viewer) } : seen;
    },
    ofSides: async (row) => {
      const [shared, sides] = await Promise.all([read(row), handoff.reads.sidesOfConversation(row.id)]);
      const seen = row.kind === "consult" ? { ...shared, readUpTo: { requester: 0, agent: 0 } } : shared;
      return {
        requester: { ...seen, attendance: sides?.requester },
        agent: { ...seen, attendance: sides?.staff },
      };
    },
  };
}

function withName(owner: Owner, person: Person | undefined): Owner {
  return person === undefined ? owner : { ...owner, name: person.name };
}

async function ownMark(store: Store, id: string, viewer: Principal): Promise<Conversation["readUpTo"]> {
  const row = await store.db
    .selectFrom("receipt")
    .select("read_seq")
    .where("conversation_id", "=", id)
    .where("account_id", "=", viewer.accountId)
    .executeTakeFirst();
  return { requester: 0, agent: row?.read_seq ?? 0 };
}

function kindOf({ kind }: Row<"conversation">): Conversation["kind"] {
  return kind === "consult" || kind === "direct" ? kind : undefined;
}

async function peopleOf(store: Store, ids: readonly string[]): Promise<Map<string, Person>> {
  const rows = await store.db
    .selectFrom("account")
    .select(["id", "name", "photo_url"])
    .where("id", "in", [...ids])
    .execute();
  return new Map(
    rows.map(({ id, name, photo_url }) => [id, { id, name, photoUrl: photo_url ?? undefined }] as const),
  );
}

async function ticketNumberOf(store: Store, ticketId: string | null): Promise<string | undefined> {
  if (ticketId === null) return undefined;
  const row = await store.db
    .selectFrom("ticket")
    .select("number")
    .where("id", "=", ticketId)
    .executeTakeFirst();
  return row?.number;
}

/** The side that is away and was told so; both may be, and then the writer is the one who asks. */
function awaySide(
  online: Conversation["online"],
  requesterId: string,
  mailed: readonly string[],
): Conversation["mailed"] {
  if (!online.requester && mailed.includes(requesterId)) return "requester";
  return !online.agent && mailed.some((id) => id !== requesterId) ? "agent" : undefined;
}

async function onlineOf(
  handoff: Handoff,
  requesterId: string,
  agentId: string | undefined,
): Promise<Conversation["online"]> {
  const ids = agentId === undefined ? [requesterId] : [requesterId, agentId];
  const here = await whoIsHere(handoff, ids);
  return { requester: here.has(requesterId), agent: agentId !== undefined && here.has(agentId) };
}
