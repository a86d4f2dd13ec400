import { sql } from "kysely";
import { createShapes, type Row, type Store } from "../store/index.js";
import type { MessageDraft, Trx } from "./draft.js";

/** Where a conversation ends. */
export interface End {
  readonly id: string;
  readonly lastSeq: number;
  readonly askedSeq: number;
}

export interface Writer {
  readonly conversationId: string;
  readonly accountId: string;
}

export interface AppendQueries {
  /** The conversations, locked in the order of their ids, so that two batches never wait for each other. */
  lock(trx: Trx, ids: readonly string[]): Promise<Row<"conversation">[]>;
  /** The messages that have been stored under the names of these drafts. */
  findKnown(trx: Trx, drafts: readonly MessageDraft[]): Promise<Row<"message">[]>;
  /** Who takes part in these talks with requesters beside their owners. */
  findParticipants(trx: Trx, ids: readonly string[]): Promise<Writer[]>;
  /** Who is in these consults. */
  findMembers(trx: Trx, ids: readonly string[]): Promise<Writer[]>;
  /** Those of the direct talks whose people have both linked each other. */
  findLinked(trx: Trx, ids: readonly string[]): Promise<string[]>;
  insert(trx: Trx, rows: readonly Row<"message">[]): Promise<void>;
  advance(trx: Trx, ends: readonly End[], now: number): Promise<void>;
}

const emptyMessage: Row<"message"> = {
  conversation_id: "",
  seq: 0,
  id: "",
  client_message_id: "",
  sender_kind: "",
  sender_id: "",
  sender_name: "",
  text: "",
  extra_json: null,
  epoch: 0,
  first_sent_at: 0,
  sent_at: 0,
};

/** The four statements through which every message goes. */
export function createAppendQueries({ db, engine }: Pick<Store, "db" | "engine">): AppendQueries {
  const locking = createShapes<Row<"conversation">>((count) => {
    const query = db.selectFrom("conversation").selectAll().where("id", "in", many(count, "")).orderBy("id");
    return (engine === "postgres" ? query.forUpdate() : query).compile().sql;
  });
  // By all three columns of the unique index: with fewer, SQLite reads every message of the conversations instead.
  // Both engines name the columns of VALUES column1, column2, …
  const finding = createShapes<Row<"message">>(
    (count) =>
      sql`select message.* from (values ${sql.join(many(count, sql`(${""}, ${""}, ${""})`))}) as v
        join message on message.conversation_id = v.column1 and message.client_message_id = v.column2
          and message.sender_id = v.column3`.compile(db).sql,
  );
  const inserting = createShapes(
    (count) => db.insertInto("message").values(many(count, emptyMessage)).compile().sql,
  );
  const advancing = createShapes((count) => {
    const end = sql`(${""}, cast(${0} as integer), cast(${0} as integer))`;
    return sql`update conversation set last_seq = v.column2, asked_seq = v.column3, updated_at = ${0}
      from (values ${sql.join(many(count, end))}) as v where conversation.id = v.column1`.compile(db).sql;
  });

  return {
    lock: async (trx, ids) => (await trx.executeQuery(locking(ids.length, [...ids]))).rows,
    findKnown: async (trx, drafts) => {
      const names = drafts.flatMap((draft) => [draft.conversationId, draft.clientMessageId, draft.sender.id]);
      return (await trx.executeQuery(finding(drafts.length, names))).rows;
    },
    findParticipants,
    findMembers,
    findLinked,
    insert: async (trx, rows) => {
      await trx.executeQuery(inserting(rows.length, rows.flatMap(toValues)));
    },
    advance: async (trx, ends, now) => {
      const values = ends.flatMap(({ id, lastSeq, askedSeq }) => [id, lastSeq, askedSeq]);
      await trx.executeQuery(advancing(ends.length, [now, ...values]));
    },
  };
}

function findParticipants(trx: Trx, ids: readonly string[]): Promise<Writer[]> {
  return trx
    .selectFrom("participant")
    .select(["conversation_id as conversationId", "account_id as accountId"])
    .where("conversation_id", "in", [...ids])
    .where("left_at", "is", null)
    .execute();
}

function findMembers(trx: Trx, ids: readonly string[]): Promise<Writer[]> {
  return trx
    .selectFrom("consult_member")
    .select(["conversation_id as conversationId", "account_id as accountId"])
    .where("conversation_id", "in", [...ids])
    .where("state", "=", "joined")
    .execute();
}

async function findLinked(trx: Trx, ids: readonly string[]): Promise<string[]> {
  const rows = await trx
    .selectFrom("conversation")
    .innerJoin("contact as there", (on) =>
      on.onRef("there.owner_id", "=", "requester_id").onRef("there.contact_id", "=", "conversation.owner_id"),
    )
    .innerJoin("contact as back", (on) =>
      on.onRef("back.owner_id", "=", "conversation.owner_id").onRef("back.contact_id", "=", "requester_id"),
    )
    .select("conversation.id")
    .where("conversation.id", "in", [...ids])
    .execute();
  return rows.map((row) => row.id);
}

function many<T>(count: number, one: T): T[] {
  return Array.from({ length: count }, () => one);
}

/** In the order of the columns of `emptyMessage`. */
function toValues(row: Row<"message">): unknown[] {
  return [
    row.conversation_id,
    row.seq,
    row.id,
    row.client_message_id,
    row.sender_kind,
    row.sender_id,
    row.sender_name,
    row.text,
    row.extra_json,
    row.epoch,
    row.first_sent_at,
    row.sent_at,
  ];
}
