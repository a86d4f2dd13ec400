import { localeSchema, type Message, type Person } from "../contract/index.js";
import { maxParticipants } from "../contract/team/index.js";
import type { Bell, Db, Row, Store } from "../store/index.js";
import { isParticipant, takesPart } from "./access.js";
import type { Conversations } from "./conversations.js";
import { readPeople } from "./notes.js";
import { participantNotice } from "./participant-notices.js";
import { createTypedEvents, type TypedEvents } from "./typed-events.js";

export type ParticipantChange = "added" | "removed" | "left";

export interface ParticipantFact {
  readonly conversationId: string;
  readonly kind: ParticipantChange;
  readonly accountId: string;
  /** The name of who did it. */
  readonly by: string;
}

export interface Taking {
  readonly conversationId: string;
  /** Who is added, removed, or goes. */
  readonly accountId: string;
  readonly by: { readonly id: string; readonly name: string; readonly isSupervisor: boolean };
}

export type TakingOutcome =
  | { readonly status: "done" | "repeat"; readonly participants: Person[] }
  /** Why it cannot be: nobody of the desk has the talk; no such colleague; 200 are there; the owner must pass it on. */
  | { readonly status: "no-talk" | "not-yours" | "no-agent" | "full" | "owner" | "missing" };

export interface Participants {
  readonly events: TypedEvents<{
    changed: [change: ParticipantFact];
  }>;
  /** The owner first, then in the order of joining (S1-30). */
  of(conversationId: string): Promise<Person[]>;
  /** Whether this agent may write: as the owner, or as one who was added. */
  takesPart(conversationId: string, accountId: string): Promise<boolean>;
  /** Talks of an agent who was added to them and has not left. */
  joinedBy(accountId: string): Promise<string[]>;
  add(taking: Taking): Promise<TakingOutcome>;
  remove(taking: Taking): Promise<TakingOutcome>;
  /** An agent goes, the others remain (S1-29); the owner has to pass the talk on first. */
  quit(taking: Taking): Promise<TakingOutcome>;
  person(accountId: string): Promise<Person>;
  /** Tells that the former owner has gone, after the talk was passed on. */
  tellGone(conversationId: string, accountId: string, by: string): void;
}

export function createParticipants(options: {
  readonly store: Store;
  readonly conversations: Conversations;
  readonly bell: Bell;
  readonly now: () => number;
}): Participants {
  const { store, conversations, bell, now } = options;
  const { db } = store;
  const events: Participants["events"] = createTypedEvents();

  const changed = (change: ParticipantFact) => {
    events.emit("changed", change);
    bell.ring("participant", [change.conversationId, change.kind, change.accountId, change.by].join("\n"));
  };
  bell.on("participant", (payload) => {
    const [conversationId = "", kind = "", accountId = "", by = ""] = payload.split("\n");
    if (kind !== "added" && kind !== "removed" && kind !== "left") return;
    events.emit("changed", { conversationId, kind, accountId, by });
  });

  async function run(taking: Taking, kind: ParticipantChange): Promise<TakingOutcome> {
    const messages: Message[] = [];
    const outcome = await db.transaction().execute(async (trx): Promise<TakingOutcome> => {
      const row = await lock(trx, store, taking.conversationId);
      if (row === undefined) return { status: "missing" };
      const refusal = await refuse(trx, row, taking, kind);
      if (refusal !== undefined) return refusal;
      if (!(await write(trx, taking, kind, now())))
        return { status: "repeat", participants: await readAll(trx, row) };
      const person = (await readPeople(trx, [taking.accountId])).get(taking.accountId);
      const notice = { kind: `participant-${kind}` as const, name: person?.name ?? "" };
      const draft = participantNotice(row.id, localeSchema.parse(row.locale), notice);
      for (const result of await conversations.appendIn(trx, [draft], now()))
        if (result.status === "stored") messages.push(result.message);
      return { status: "done", participants: await readAll(trx, row) };
    });
    if (outcome.status === "done") {
      const { conversationId, accountId, by } = taking;
      conversations.announce({ conversationIds: [conversationId], messages });
      changed({ conversationId, kind, accountId, by: by.name });
    }
    return outcome;
  }

  return {
    events,
    of: async (conversationId) => {
      const row = await conversations.byId(conversationId);
      return row === undefined ? [] : readAll(db, row);
    },
    takesPart: (conversationId, accountId) => takesPart(db, conversationId, accountId),
    joinedBy: async (accountId) => {
      const rows = await db
        .selectFrom("participant")
        .innerJoin("conversation", "conversation.id", "participant.conversation_id")
        .select("conversation_id")
        .where("account_id", "=", accountId)
        .where("left_at", "is", null)
        .where("owner_kind", "=", "agent")
        .execute();
      return rows.map((row) => row.conversation_id);
    },
    add: (taking) => run(taking, "added"),
    remove: (taking) => run(taking, "removed"),
    quit: (taking) => run(taking, "left"),
    person: async (accountId) =>
      (await readPeople(db, [accountId])).get(accountId) ?? { id: accountId, name: "" },
    tellGone: (conversationId, accountId, by) => changed({ conversationId, kind: "left", accountId, by }),
  };
}

/** The same lock under which messages are stored: who has gone writes nothing after it. */
async function lock(trx: Db, { engine }: Store, id: string): Promise<Row<"conversation"> | undefined> {
  const query = trx.selectFrom("conversation").selectAll().where("id", "=", id).where("kind", "=", "talk");
  return (engine === "postgres" ? query.forUpdate() : query).executeTakeFirst();
}

async function refuse(
  trx: Db,
  row: Row<"conversation">,
  { accountId, by }: Taking,
  kind: ParticipantChange,
): Promise<TakingOutcome | undefined> {
  if (row.owner_kind !== "agent") return { status: "no-talk" };
  if (row.owner_id === accountId)
    return kind === "added"
      ? { status: "repeat", participants: await readAll(trx, row) }
      : { status: "owner" };
  if (kind === "left") return undefined;
  const isOne = row.owner_id === by.id || by.isSupervisor || (await isParticipant(trx, row.id, by.id));
  if (!isOne) return { status: "not-yours" };
  if (kind === "removed") return undefined;
  const colleague = await trx
    .selectFrom("account")
    .select("id")
    .where("id", "=", accountId)
    .where("active", "=", 1)
    .where("role", "<>", "requester")
    .executeTakeFirst();
  if (colleague === undefined || accountId === row.requester_id) return { status: "no-agent" };
  const here = await readAll(trx, row);
  const isNew = here.every((person) => person.id !== accountId);
  return isNew && here.length >= maxParticipants ? { status: "full" } : undefined;
}

/** Answers whether anything changed. */
async function write(
  trx: Db,
  { conversationId, accountId, by }: Taking,
  kind: ParticipantChange,
  now: number,
): Promise<boolean> {
  if (kind !== "added") {
    const gone = await trx
      .updateTable("participant")
      .set({ left_at: now })
      .where("conversation_id", "=", conversationId)
      .where("account_id", "=", accountId)
      .where("left_at", "is", null)
      .executeTakeFirst();
    return gone.numUpdatedRows > 0n;
  }
  if (await isParticipant(trx, conversationId, accountId)) return false;
  const joining = { added_by: by.id, joined_at: now, left_at: null };
  await trx
    .insertInto("participant")
    .values({ conversation_id: conversationId, account_id: accountId, ...joining })
    .onConflict((conflict) => conflict.columns(["conversation_id", "account_id"]).doUpdateSet(joining))
    .execute();
  return true;
}

async function readAll(trx: Db, row: Row<"conversation">): Promise<Person[]> {
  const rows = await trx
    .selectFrom("participant")
    .select("account_id")
    .where("conversation_id", "=", row.id)
    .where("left_at", "is", null)
    .orderBy("joined_at")
    .orderBy("account_id")
    .execute();
  const ownerIds = row.owner_kind === "agent" && row.owner_id !== null ? [row.owner_id] : [];
  const ids = [...new Set([...ownerIds, ...rows.map((one) => one.account_id)])];
  const people = await readPeople(trx, ids);
  return ids.map((id) => people.get(id) ?? { id, name: "" });
}
