import { type ConsultEvent, localeSchema, type Message } from "../contract/index.js";
import type { Trx } from "../conversation/index.js";
import type { Engine, Row } from "../store/index.js";
import { readClock } from "./clock.js";
import type { ConsultDesk } from "./desk.js";
import { ended, notFound } from "./errors.js";
import { noticeDraft } from "./notices.js";

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** One verb at work on a consult that nobody else changes meanwhile. */
export interface Work {
  readonly trx: Trx;
  readonly now: number;
  readonly consult: Row<"consult">;
  readonly conversation: Row<"conversation">;
  readonly members: readonly Row<"consult_member">[];
  readonly ticketNumber: string | undefined;
  /** Writes a line of the Dialog Box. */
  say(event: ConsultEvent, person: Named, facts?: { readonly spentMs?: number }): Promise<void>;
  /** Changes the consult; everybody is told after the commit. */
  change(fields: Partial<Row<"consult">>): Promise<void>;
  setMember(accountId: string, fields: Partial<Row<"consult_member">>): Promise<void>;
}

/** Runs one verb in one transaction, with the consult locked, and tells everybody after its commit. */
export async function transact<T>(
  desk: ConsultDesk,
  conversationId: string,
  verb: (work: Work) => Promise<T>,
  /** Runs first, in the same transaction. */
  begin: (trx: Trx) => Promise<void> = async () => undefined,
): Promise<T> {
  const messages: Message[] = [];
  let hasChanged = false;
  const answer = await desk.store.db.transaction().execute(async (trx) => {
    await begin(trx);
    const record = await lock(trx, desk.store.engine, conversationId);
    const now = desk.now();
    const version = record.consult.version + 1;
    return verb({
      trx,
      now,
      ...record,
      say: async (event, person, { spentMs } = {}) => {
        const locale = localeSchema.parse(record.conversation.locale);
        const { ticketNumber } = record;
        const draft = noticeDraft({ conversationId, locale, version, event, person, spentMs, ticketNumber });
        const [stored] = await desk.conversations.appendIn(trx, [draft], now);
        if (stored?.status === "stored") messages.push(stored.message);
        hasChanged = true;
      },
      change: async (fields) => {
        hasChanged = true;
        const change = { ...fields, version, updated_at: now };
        await trx.updateTable("consult").set(change).where("conversation_id", "=", conversationId).execute();
      },
      setMember: async (accountId, fields) => {
        await trx
          .updateTable("consult_member")
          .set(fields)
          .where("conversation_id", "=", conversationId)
          .where("account_id", "=", accountId)
          .execute();
      },
    });
  });
  if (hasChanged) desk.publish({ conversationId, messages });
  return answer;
}

async function lock(trx: Trx, engine: Engine, id: string) {
  const query = trx.selectFrom("conversation").selectAll().where("id", "=", id).where("kind", "=", "consult");
  const conversation = await (engine === "postgres" ? query.forUpdate() : query).executeTakeFirst();
  if (conversation === undefined) throw notFound();
  const [consult, members] = [
    await trx.selectFrom("consult").selectAll().where("conversation_id", "=", id).executeTakeFirstOrThrow(),
    await trx.selectFrom("consult_member").selectAll().where("conversation_id", "=", id).execute(),
  ];
  const ticket =
    consult.ticket_id === null
      ? undefined
      : await trx
          .selectFrom("ticket")
          .select("number")
          .where("id", "=", consult.ticket_id)
          .executeTakeFirst();
  return { conversation, consult, members, ticketNumber: ticket?.number };
}

export function memberOf(work: Work, accountId: string): Row<"consult_member"> | undefined {
  return work.members.find((member) => member.account_id === accountId);
}

/** Refuses unless the person is in the consult and it has not ended. */
export function requireJoined(work: Work, accountId: string): void {
  if (memberOf(work, accountId)?.state !== "joined") throw notFound();
  requireOpen(work);
}

export function requireOpen({ consult }: Work): void {
  if (consult.ended_at !== null) throw ended();
}

export function spentOf({ consult }: Pick<Work, "consult">, at: number): number {
  return readClock({ spentMs: consult.spent_ms, runningSince: consult.running_since ?? undefined }, at);
}

export async function namesOf(trx: Trx, ids: readonly string[]): Promise<Named[]> {
  if (ids.length === 0) return [];
  return trx
    .selectFrom("account")
    .select(["id", "name"])
    .where("id", "in", [...ids])
    .orderBy("name")
    .execute();
}

export async function nameOf(trx: Trx, id: string): Promise<Named> {
  return (await namesOf(trx, [id]))[0] ?? { id, name: "" };
}
