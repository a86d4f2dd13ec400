import { randomBytes } from "node:crypto";
import type { Db, Row } from "../../store/index.js";

/** What an answer by mail belongs to. */
export interface ThreadSubject {
  readonly kind: "talk" | "ticket";
  readonly objectId: string;
  /** To whom the e-mails go, and who alone may answer them. */
  readonly accountId: string;
}

/** How an e-mail stands among those before it (RFC 5322, section 3.6.4). */
export interface Lineage {
  readonly inReplyTo: string | undefined;
  readonly references: readonly string[];
}

const tokenBytes = 16;
/** The first and the newest; mail programs need no more, and headers have an end. */
const referencesMost = 12;

/** The token of this person's thread about this talk or ticket; made at the first e-mail, by one of many. */
export async function ensureThreadIn(
  trx: Pick<Db, "insertInto">,
  { kind, objectId, accountId }: ThreadSubject,
  at: number,
): Promise<string> {
  const row = await trx
    .insertInto("mail_thread")
    .values({
      token: randomBytes(tokenBytes).toString("hex"),
      kind,
      object_id: objectId,
      account_id: accountId,
      last_message_id: null,
      created_at: at,
    })
    .onConflict((conflict) => conflict.columns(["kind", "object_id", "account_id"]).doUpdateSet({ kind }))
    .returning("token")
    .executeTakeFirstOrThrow();
  return row.token;
}

/** What this e-mail answers: the newest that came from the person, after those of ours before it. */
export async function lineageOf(
  db: Db,
  mail: Pick<Row<"mail">, "id" | "thread">,
  nameOf: (mailId: string) => string,
): Promise<Lineage> {
  const { thread } = mail;
  if (thread === null) return { inReplyTo: undefined, references: [] };
  const [row, earlier] = await Promise.all([
    db.selectFrom("mail_thread").select("last_message_id").where("token", "=", thread).executeTakeFirst(),
    db
      .selectFrom("mail")
      .select("id")
      .where("thread", "=", thread)
      .where("id", "<", mail.id)
      .orderBy("id", "desc")
      .limit(referencesMost)
      .execute(),
  ]);
  const ours = earlier.map(({ id }) => nameOf(id)).reverse();
  const theirs = row?.last_message_id ?? undefined;
  return {
    inReplyTo: theirs ?? ours.at(-1),
    references: [...ours, ...(theirs === undefined ? [] : [theirs])],
  };
}
