import {
  AppError,
  isStaff,
  type Locale,
  localeSchema,
  type Message,
  type Notice,
  roleSchema,
} from "../contract/index.js";
import type { Trx } from "../conversation/index.js";
import type { Db, Row } from "../store/index.js";
import type { Colleague, ConsultDesk } from "./desk.js";
import { noInvitee } from "./errors.js";
import { type Named, nameOf } from "./work.js";

type Event = Extract<Notice["kind"], `colleague-${string}`>;

const texts: Readonly<Record<Locale, Readonly<Record<Event, string>>>> = {
  en: {
    "colleague-joined": "{name} joined the conversation.",
    "colleague-left": "{name} left the conversation.",
  },
  es: {
    "colleague-joined": "{name} se unió a la conversación.",
    "colleague-left": "{name} dejó la conversación.",
  },
  pt: { "colleague-joined": "{name} entrou na conversa.", "colleague-left": "{name} saiu da conversa." },
};

interface Input {
  /** A requester's talk. */
  readonly conversationId: string;
  readonly accountId: string;
}

/**
 * The agent who has a requester's talk brings a colleague into it: they read and write beside the agent, as long as
 * this ownership lasts. Both sides are told.
 */
export async function bringIn(
  desk: ConsultDesk,
  { conversationId, accountId, actor }: Input & { readonly actor: Colleague },
): Promise<void> {
  await change(desk, conversationId, async ({ trx, row, now, tell }) => {
    if (row.owner_kind !== "agent" || row.owner_id !== actor.accountId) throw notOwner();
    const person = await requireColleague(trx, accountId, actor.accountId);
    const fields = { state: "joined", epoch: row.epoch, left_at: null, left_seq: null, joined_at: now };
    const known = await readMember(trx, conversationId, accountId);
    if (known?.state === "joined" && known.epoch === row.epoch) return;
    const base = { conversation_id: conversationId, account_id: accountId };
    await trx
      .insertInto("participant")
      .values({ ...base, ...fields, invited_by: actor.accountId, invited_at: now })
      .onConflict((conflict) => conflict.columns(["conversation_id", "account_id"]).doUpdateSet(fields))
      .execute();
    await tell("colleague-joined", person);
  });
}

/** A colleague who was brought in goes again, or the agent who has the talk thanks them. */
export async function leaveTalk(desk: ConsultDesk, { conversationId, accountId }: Input): Promise<void> {
  await change(desk, conversationId, async ({ trx, row, now, tell }) => {
    const known = await readMember(trx, conversationId, accountId);
    if (known?.state !== "joined" || known.epoch !== row.epoch) return;
    await trx
      .updateTable("participant")
      .set({ state: "left", left_at: now, left_seq: row.last_seq })
      .where("conversation_id", "=", conversationId)
      .where("account_id", "=", accountId)
      .execute();
    await tell("colleague-left", await nameOf(trx, accountId));
  });
}

export async function broughtInto(db: Db, accountId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("participant")
    .innerJoin("conversation", "conversation.id", "participant.conversation_id")
    .select("conversation.id")
    .where("participant.account_id", "=", accountId)
    .where("participant.state", "=", "joined")
    .where("conversation.kind", "=", "talk")
    .where("conversation.owner_kind", "=", "agent")
    .whereRef("participant.epoch", "=", "conversation.epoch")
    .execute();
  return rows.map((row) => row.id);
}

interface TalkWork {
  readonly trx: Trx;
  readonly row: Row<"conversation">;
  readonly now: number;
  readonly tell: (event: Event, person: Named) => Promise<void>;
}

async function change(desk: ConsultDesk, id: string, verb: (work: TalkWork) => Promise<void>): Promise<void> {
  const messages: Message[] = [];
  const { store, conversations } = desk;
  await store.db.transaction().execute(async (trx) => {
    const query = trx.selectFrom("conversation").selectAll().where("id", "=", id).where("kind", "=", "talk");
    const row = await (store.engine === "postgres" ? query.forUpdate() : query).executeTakeFirst();
    if (row === undefined) {
      throw new AppError("conversation/not-found", "There is no such conversation of yours.");
    }
    const now = desk.now();
    const tell = async (event: Event, person: Named) => {
      const draft = {
        conversationId: id,
        clientMessageId: `${event}:${person.id}:${row.epoch}:${row.last_seq}`,
        sender: { kind: "system" as const, id: "system", name: "Deskhand" },
        text: texts[localeSchema.parse(row.locale)][event].replace("{name}", () => person.name),
        notice: { kind: event, name: person.name, accountId: person.id },
      };
      const [stored] = await conversations.appendIn(trx, [draft], now);
      if (stored?.status === "stored") messages.push(stored.message);
    };
    await verb({ trx, row, now, tell });
  });
  if (messages.length > 0) conversations.announce({ conversationIds: [id], messages });
}

function readMember(trx: Trx, conversationId: string, accountId: string) {
  return trx
    .selectFrom("participant")
    .select(["state", "epoch"])
    .where("conversation_id", "=", conversationId)
    .where("account_id", "=", accountId)
    .executeTakeFirst();
}

async function requireColleague(trx: Trx, id: string, actorId: string): Promise<Named> {
  const row = await trx
    .selectFrom("account")
    .select(["id", "name", "role", "active"])
    .where("id", "=", id)
    .executeTakeFirst();
  const isColleague = row?.active === 1 && isStaff({ role: roleSchema.parse(row.role) });
  if (!isColleague || id === actorId) throw noInvitee();
  return { id: row.id, name: row.name };
}

function notOwner(): AppError {
  return new AppError("conversation/not-owner", "Somebody else has this conversation now.");
}
