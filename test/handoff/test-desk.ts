import type { HandoverContext, Principal, Role } from "../../contract/index.js";
import {
  type Bell,
  type Conversations,
  createConversations,
  createSilentBell,
} from "../../conversation/index.js";
import {
  type CalendarHours,
  createHandoff,
  type Handoff,
  type HandoffHooks,
  type HandoffOptions,
} from "../../handoff/index.js";
import { type Engine, newId, type Row } from "../../store/index.js";
import { openTestStore, type TestStore } from "../support/stores.js";

export interface Node {
  readonly handoff: Handoff;
  readonly conversations: Conversations;
  /** What failed in the background; empty in a healthy test. */
  readonly failures: unknown[];
}

export interface TestDesk extends Node {
  readonly store: TestStore;
  /** ms UTC; the clock of every node of this desk. */
  readonly clock: { now: number };
  readonly groups: { readonly desk: string; readonly network: string; readonly closed: string };
  addPerson(name: string, options?: PersonOptions): Promise<Principal>;
  /** An open conversation of a new requester, with the assistant. */
  talk(): Promise<Talk>;
  /** The same, already waiting. */
  waitingTalk(options?: WaitingOptions): Promise<Talk & { attendanceId: string }>;
  owner(conversationId: string): Promise<Pick<Row<"conversation">, "owner_kind" | "owner_id" | "epoch">>;
  notices(conversationId: string): Promise<string[]>;
  discard(): Promise<void>;
}

export interface PersonOptions {
  readonly role?: Role;
  readonly groupIds?: readonly string[];
  readonly capacity?: number;
}

export interface WaitingOptions {
  readonly groupIds?: readonly string[];
  readonly priority?: number;
  /** Somebody new when left out. */
  readonly requester?: Principal;
}

export interface Talk {
  readonly requester: Principal;
  readonly conversationId: string;
}

export interface NodeOptions {
  readonly redis?: HandoffOptions["redis"];
  readonly hooks?: HandoffHooks;
  readonly hoursOf?: CalendarHours;
  readonly bell?: Bell;
}

/** A desk with two groups that take attendances and one that does not, on a store of its own. */
export async function openTestDesk(engine: Engine, options: NodeOptions = {}): Promise<TestDesk> {
  const store = await openTestStore(engine);
  const clock = { now: 1_800_000_000_000 };
  const groups = { desk: newId(), network: newId(), closed: newId() };
  await addGroups(store, groups);
  const node = createNode(store, clock, options);
  const addPerson = (name: string, person: PersonOptions = {}) => insertPerson(store, name, person);

  async function talk(known?: Principal): Promise<Talk> {
    const requester = known ?? (await addPerson("Ana"));
    const opening = { requesterId: requester.accountId, channel: "web", locale: "en" } as const;
    const { id } = await node.conversations.open(opening);
    return { requester, conversationId: id };
  }

  return {
    ...node,
    store,
    clock,
    groups,
    addPerson,
    talk: () => talk(),
    waitingTalk: async ({ groupIds = [groups.desk], priority, requester: known } = {}) => {
      const { requester, conversationId } = await talk(known);
      const outcome = await node.handoff.request(wish({ requester, conversationId }, groupIds, priority));
      if (outcome.status !== "requested") throw new Error(`The request was ${outcome.status}.`);
      return { requester, conversationId, attendanceId: outcome.attendance.row.id };
    },
    owner: (conversationId) =>
      store.db
        .selectFrom("conversation")
        .select(["owner_kind", "owner_id", "epoch"])
        .where("id", "=", conversationId)
        .executeTakeFirstOrThrow(),
    notices: async (conversationId) => {
      const { messages } = await node.conversations.after(conversationId, 0);
      return messages.flatMap((message) => (message.notice === undefined ? [] : [message.notice.kind]));
    },
    discard: () => store.discard(),
  };
}

/** One more node on the store of a desk. */
export function createNode(store: TestStore, clock: { now: number }, options: NodeOptions = {}): Node {
  const failures: unknown[] = [];
  const failed = (error: unknown) => void failures.push(error);
  const now = () => ++clock.now;
  const bell = options.bell ?? createSilentBell();
  const conversations = createConversations({ store, bell, now, failed });
  const handoff = createHandoff({ ...options, store, conversations, bell, now, failed });
  return { handoff, conversations, failures };
}

/** What the assistant asks for when a requester wants a person. */
export function wish(talk: Talk, groupIds: readonly string[], priority?: number) {
  return {
    ...talk,
    groupIds,
    priority,
    question: "My screen is black",
    language: "en" as const,
    context: contextOf("My screen is black"),
    causeId: newId(),
  };
}

export function contextOf(question: string): HandoverContext {
  return { reason: "fallback", question, language: "en", candidates: [], articles: [], fields: [] };
}

async function addGroups(store: TestStore, groups: TestDesk["groups"]): Promise<void> {
  const rows = Object.entries(groups).map(([name, id]) => ({
    id,
    name,
    chat_requester: 1,
    takes_attendances: name === "closed" ? 0 : 1,
    created_at: 1,
  }));
  await store.db.insertInto("assignment_group").values(rows).execute();
}

async function insertPerson(store: TestStore, name: string, options: PersonOptions): Promise<Principal> {
  const { role = "requester", groupIds = [], capacity = 3 } = options;
  const id = newId();
  await store.db
    .insertInto("account")
    .values({
      id,
      username: id,
      name,
      email: null,
      role,
      locale: null,
      photo_url: null,
      password_hash: null,
      active: 1,
      availability: "available",
      capacity,
      created_at: 1,
    })
    .execute();
  const memberships = groupIds.map((group_id) => ({ group_id, account_id: id }));
  if (memberships.length > 0) await store.db.insertInto("membership").values(memberships).execute();
  return { accountId: id, name, role, groupIds, sessionId: newId() };
}
