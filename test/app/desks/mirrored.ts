import { createOtherDesks, type OtherDesks } from "../../../app/desks/index.js";
import {
  type OtherDeskChange,
  type OtherDeskKind,
  type Ticket,
  usualMappings,
} from "../../../contract/index.js";
import { createConversations, createFiles, createSilentBell } from "../../../conversation/index.js";
import { newId } from "../../../store/index.js";
import type { TestStore } from "../../support/stores.js";
import { openDesk, type TestDesk } from "../../tickets/desk.js";

export interface Mirrored {
  readonly desk: TestDesk;
  readonly others: OtherDesks;
  readonly conversations: ReturnType<typeof createConversations>;
  readonly failures: unknown[];
  /** Another node over the same store. */
  node(): OtherDesks;
  /** Tells where tickets are kept too. */
  set(kind: OtherDeskKind, more: Partial<OtherDeskChange> & { readonly url: string }): Promise<void>;
  open(description?: string): Promise<Ticket>;
  /** Does what is due until nothing is. */
  work(node?: OtherDesks): Promise<void>;
  /** Lets time pass, doing what is due every half minute. */
  pass(ms: number, node?: OtherDesks): Promise<void>;
}

/** Tickets of a small desk that are kept at another too. */
export async function openMirrored(store: TestStore): Promise<Mirrored> {
  const desk = await openDesk(store);
  const now = () => desk.clock.now;
  const failures: unknown[] = [];
  const failed = (error: unknown) => void failures.push(error);
  const conversations = createConversations({ store, bell: createSilentBell(), now, failed });
  const files = createFiles({ db: store.db, now, maxBytes: 1_000_000 });
  await store.db
    .updateTable("account")
    .set({ email: "ana@example.com" })
    .where("username", "=", "ana")
    .execute();
  const node = () =>
    createOtherDesks({
      ...{ store, conversations, files, now, failed },
      tickets: desk.tickets,
      changed: () => undefined,
      baseUrl: () => "https://desk.example",
      mayBePrivate: true,
      timeoutMs: 2000,
      random: () => 1,
    });
  const others = node();
  const work = async (one = others) => {
    await one.look();
    await one.idle();
  };
  return {
    ...{ desk, others, conversations, failures, node, work },
    set: async (kind, more) => {
      const mapping = { ...usualMappings[kind], place: kind === "zammad" ? "Users" : "2" };
      const login =
        kind === "zammad" ? { token: "zammad-token" } : { token: "user-token", appToken: "app-token" };
      const name = kind === "zammad" ? "Zammad" : "GLPI";
      await others.save({ kind, name, isActive: true, version: 0, mapping, ...login, ...more }, "me");
    },
    open: (description = "My laptop is old") => {
      const base = { person: desk.ana, description, activityId: desk.ids.request, locale: "en" as const };
      return desk.tickets.open({ ...base, causeId: newId() });
    },
    pass: async (ms, one = others) => {
      const stepMs = 30_000;
      for (let left = ms; left > 0; left -= stepMs) {
        desk.clock.now += Math.min(left, stepMs);
        await work(one);
      }
    },
  };
}

export async function addTalk(
  store: TestStore,
  { requesterId, ticketId }: { readonly requesterId: string; readonly ticketId: string },
): Promise<string> {
  const id = newId();
  const numbers = { epoch: 1, last_seq: 0, asked_seq: 0, answered_seq: 0, created_at: 1, updated_at: 1 };
  const owner = { owner_kind: "assistant", owner_id: null, ticket_id: ticketId, dialog_json: "{}" };
  await store.db
    .insertInto("conversation")
    .values({ id, requester_id: requesterId, channel: "web", locale: "en", ...owner, ...numbers })
    .execute();
  await store.db.updateTable("ticket").set({ conversation_id: id }).where("id", "=", ticketId).execute();
  return id;
}
