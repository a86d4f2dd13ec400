import { type Locale, type Mail, type MailState, mailSchema } from "../../contract/index.js";
import { type Db, newId, type Row } from "../../store/index.js";
import { ensureThreadIn, type ThreadSubject } from "./threads.js";

export interface NewMail {
  readonly id?: string | undefined;
  readonly kind: Mail["kind"];
  readonly conversationId?: string | undefined;
  readonly accountId?: string | undefined;
  /** What an answer by mail goes on with; nothing goes on where it is left out. */
  readonly about?: Omit<ThreadSubject, "accountId"> | undefined;
  readonly address: string;
  readonly locale: Locale;
  readonly subject: string;
  readonly text: string;
}

type Trx = Pick<Db, "insertInto">;

/** Longer than a try can take; after it another node may try what a dead one has begun. */
const claimMs = 120_000;

/** Keeps an e-mail to be sent, inside the caller's transaction; without a mail server as one that is not sent. */
export async function writeMailIn(
  trx: Trx,
  mail: NewMail,
  { at, isConfigured }: { readonly at: number; readonly isConfigured: boolean },
): Promise<Row<"mail">> {
  const state: MailState = isConfigured ? "waiting" : "not-configured";
  const { about, accountId } = mail;
  const thread =
    about === undefined || accountId === undefined
      ? null
      : await ensureThreadIn(trx, { ...about, accountId }, at);
  const row = {
    id: mail.id ?? newId(),
    kind: mail.kind,
    conversation_id: mail.conversationId ?? null,
    account_id: accountId ?? null,
    address: mail.address,
    locale: mail.locale,
    subject: mail.subject,
    text: mail.text,
    state,
    reason: isConfigured ? null : "SMTP_URL is not set.",
    attempts: 0,
    next_at: at,
    created_at: at,
    sent_at: null,
    thread,
  };
  await trx.insertInto("mail").values(row).execute();
  return row;
}

export function dueMails(db: Db, at: number, limit: number): Promise<Row<"mail">[]> {
  return db
    .selectFrom("mail")
    .selectAll()
    .where("state", "=", "waiting")
    .where("next_at", "<=", at)
    .orderBy("next_at")
    .limit(limit)
    .execute();
}

/** Takes an e-mail to send; of several nodes one is answered yes. */
export async function claimMail(db: Db, { id, attempts }: Row<"mail">, at: number): Promise<boolean> {
  const result = await db
    .updateTable("mail")
    .set({ attempts: attempts + 1, next_at: at + claimMs })
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .where("attempts", "=", attempts)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function markSent(db: Db, id: string, at: number): Promise<void> {
  await db
    .updateTable("mail")
    .set({ state: "sent", reason: null, sent_at: at })
    .where("id", "=", id)
    .execute();
}

/** Notes why a try failed; one that was called off meanwhile stays called off. */
export async function markFailed(
  db: Db,
  id: string,
  failure: { readonly reason: string; readonly againAt: number | undefined },
): Promise<void> {
  const { reason, againAt } = failure;
  await db
    .updateTable("mail")
    .set(againAt === undefined ? { state: "failed", reason } : { reason, next_at: againAt })
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .execute();
}

/** Notes that a mail server further on has given an e-mail back, where this desk has sent it there. */
export async function markReturned(
  db: Db,
  ids: readonly string[],
  { reason }: { readonly reason: string },
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable("mail")
    .set({ state: "failed", reason })
    .where("id", "in", [...ids])
    .where("state", "=", "sent")
    .execute();
}

/** The newest first. */
export async function listMails(db: Db, limit: number): Promise<Mail[]> {
  const rows = await db.selectFrom("mail").selectAll().orderBy("id", "desc").limit(limit).execute();
  return rows.map(toMail);
}

export function toMail(row: Row<"mail">): Mail {
  return mailSchema.parse({
    id: row.id,
    kind: row.kind,
    to: row.address,
    subject: row.subject,
    state: row.state,
    reason: row.reason ?? undefined,
    attempts: row.attempts,
    createdAt: row.created_at,
    sentAt: row.sent_at ?? undefined,
  });
}
