import { type Expression, type SqlBool, sql } from "kysely";
import type { Consult, ConsultQuery, Transcript } from "../contract/index.js";
import { toMessage } from "../conversation/index.js";
import type { Db } from "../store/index.js";
import { notFound } from "./errors.js";
import { viewConsults } from "./view.js";

interface Reader {
  readonly viewerId: string;
  readonly now: number;
}

/**
 * The consults of one person, newest first: those that go on (with open invitations), or those that have ended and in
 * which they took part, searched by title, ticket, people and words (S4-4).
 */
export async function listConsults(
  db: Db,
  query: ConsultQuery,
  reader: Reader,
): Promise<{ readonly items: Consult[]; readonly next?: string }> {
  let select = db
    .selectFrom("consult_member as mine")
    .innerJoin("consult", "consult.conversation_id", "mine.conversation_id")
    .select("consult.conversation_id as id")
    .where("mine.account_id", "=", reader.viewerId)
    .where("consult.ended_at", query.view === "open" ? "is" : "is not", null)
    .orderBy("consult.conversation_id", "desc")
    .limit(query.limit + 1);
  select =
    query.view === "open"
      ? select.where("mine.state", "in", ["joined", "invited"])
      : select.where("mine.joined_at", "is not", null);
  if (query.after !== undefined) select = select.where("consult.conversation_id", "<", query.after);
  const words = query.q?.trim().toLowerCase() ?? "";
  if (words !== "") {
    const like = `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    select = select.where((where) =>
      where.or([
        where.exists(
          where
            .selectFrom("message")
            .select("message.id")
            .whereRef("message.conversation_id", "=", "consult.conversation_id")
            .where((of) => of(of.fn.coalesce("mine.left_seq", "message.seq"), ">=", of.ref("message.seq")))
            .where((of) => contains(of.fn<string>("lower", ["message.text"]), like)),
        ),
        where.exists(
          where
            .selectFrom("consult_member as other")
            .innerJoin("account", "account.id", "other.account_id")
            .select("account.id")
            .whereRef("other.conversation_id", "=", "consult.conversation_id")
            .where("other.joined_at", "is not", null)
            .where((of) => contains(of.fn<string>("lower", ["account.name"]), like)),
        ),
        where.exists(
          where
            .selectFrom("ticket")
            .select("ticket.id")
            .whereRef("ticket.id", "=", "consult.ticket_id")
            .where("ticket.number", "=", words.toUpperCase()),
        ),
        contains(where.fn<string>("lower", ["consult.title"]), like),
      ]),
    );
  }
  const ids = (await select.execute()).map((row) => row.id);
  const page = ids.slice(0, query.limit);
  const items = await viewConsults(db, page, reader);
  const sorted = [...items].sort((one, other) => (one.id < other.id ? 1 : -1));
  const last = page.at(-1);
  return ids.length > query.limit && last !== undefined ? { items: sorted, next: last } : { items: sorted };
}

/** Everything on the record that this person was there for. */
export async function readTranscript(db: Db, id: string, reader: Reader): Promise<Transcript> {
  const [consult] = await viewConsults(db, [id], reader);
  const mine = await db
    .selectFrom("consult_member")
    .select(["joined_at", "left_seq"])
    .where("conversation_id", "=", id)
    .where("account_id", "=", reader.viewerId)
    .executeTakeFirst();
  if (consult === undefined || mine?.joined_at == null) throw notFound();
  let select = db.selectFrom("message").selectAll().where("conversation_id", "=", id).orderBy("seq");
  if (mine.left_seq !== null) select = select.where("seq", "<=", mine.left_seq);
  return { consult, messages: (await select.execute()).map(toMessage) };
}

function contains(text: Expression<string>, like: string): Expression<SqlBool> {
  return sql<SqlBool>`${text} like ${like} escape '\\'`;
}
