import { sql } from "kysely";
import type { Engine, Row } from "../store/index.js";
import type { AppendResult, MessageDraft, Trx } from "./draft.js";
import { toMessage, toOwner, toRow } from "./rows.js";

type ConversationRow = Row<"conversation">;

/** A conversation while a batch is being added to it. */
interface Tail {
  readonly row: ConversationRow;
  lastSeq: number;
  askedSeq: number;
}

/**
 * Gives each draft its place at the end of its conversation, inside the caller's transaction, and answers for each in
 * the same order. The conversation rows are locked, so numbers have no gap and no double (D5), a name used before
 * finds the message it was used for (D1, D2), and a late owner is refused here (Q3). Five statements, whatever the
 * number of drafts.
 */
export async function appendIn(
  trx: Trx,
  engine: Engine,
  drafts: readonly MessageDraft[],
  now: number,
): Promise<AppendResult[]> {
  const tails = await lockTails(trx, engine, drafts);
  const known = await findKnown(trx, drafts);
  const rows: Row<"message">[] = [];
  const results = drafts.map((draft) => place(draft, tails, known, rows, now));
  if (rows.length > 0) {
    await trx.insertInto("message").values(rows).execute();
    await advance(trx, tails, rows, now);
  }
  return results;
}

async function lockTails(
  trx: Trx,
  engine: Engine,
  drafts: readonly MessageDraft[],
): Promise<Map<string, Tail>> {
  const ids = [...new Set(drafts.map((draft) => draft.conversationId))];
  // Locked in the order of their ids, so that two batches never wait for each other.
  const query = trx.selectFrom("conversation").selectAll().where("id", "in", ids).orderBy("id");
  const rows = await (engine === "postgres" ? query.forUpdate() : query).execute();
  return new Map(rows.map((row) => [row.id, { row, lastSeq: row.last_seq, askedSeq: row.asked_seq }]));
}

/** By all three columns of the unique index: with fewer, SQLite reads every message of the conversations instead. */
async function findKnown(trx: Trx, drafts: readonly MessageDraft[]): Promise<Map<string, Row<"message">>> {
  const names = drafts.map(
    ({ conversationId, clientMessageId, sender }) =>
      sql`(${conversationId}, ${clientMessageId}, ${sender.id})`,
  );
  const { rows } = await sql<Row<"message">>`select message.* from (values ${sql.join(names)}) as v
    join message on message.conversation_id = v.column1 and message.client_message_id = v.column2
      and message.sender_id = v.column3`.execute(trx);
  return new Map(rows.map((row) => [nameOf(row.conversation_id, row.sender_id, row.client_message_id), row]));
}

function place(
  draft: MessageDraft,
  tails: Map<string, Tail>,
  known: Map<string, Row<"message">>,
  rows: Row<"message">[],
  now: number,
): AppendResult {
  const tail = tails.get(draft.conversationId);
  if (tail === undefined) return { status: "missing" };
  const name = nameOf(draft.conversationId, draft.sender.id, draft.clientMessageId);
  const first = known.get(name);
  if (first !== undefined) {
    return { status: "repeat", message: toMessage(first), differs: first.text !== draft.text };
  }
  const refusal = refuse(draft, tail.row);
  if (refusal !== undefined) return refusal;
  const row = toRow(draft, ++tail.lastSeq, tail.row.epoch, now);
  if (draft.sender.kind === "requester" && tail.row.owner_kind === "assistant") tail.askedSeq = row.seq;
  rows.push(row);
  known.set(name, row);
  return { status: "stored", message: toMessage(row) };
}

/** The system may always write; a requester until the end; agents and the assistant only while they own it. */
function refuse(draft: MessageDraft, row: ConversationRow): AppendResult | undefined {
  const state = { epoch: row.epoch, owner: toOwner(row) };
  switch (draft.sender.kind) {
    case "system":
      return undefined;
    case "requester":
      return row.owner_kind === "none" ? { status: "closed", ...state } : undefined;
    case "assistant":
      return row.owner_kind === "assistant" && draft.epoch === row.epoch
        ? undefined
        : { status: "stale", ...state };
    case "agent":
      if (row.owner_kind === "none") return { status: "closed", ...state };
      return row.owner_kind === "agent" && row.owner_id === draft.sender.id && draft.epoch === row.epoch
        ? undefined
        : { status: "stale", ...state };
  }
}

async function advance(
  trx: Trx,
  tails: Map<string, Tail>,
  rows: readonly Row<"message">[],
  now: number,
): Promise<void> {
  const touched = [...new Set(rows.map((row) => row.conversation_id))];
  const values = touched.flatMap((id) => {
    const tail = tails.get(id);
    if (tail === undefined) return [];
    return [sql`(${id}, cast(${tail.lastSeq} as integer), cast(${tail.askedSeq} as integer))`];
  });
  // Both engines name the columns of VALUES column1, column2, …
  await sql`update conversation set last_seq = v.column2, asked_seq = v.column3, updated_at = ${now}
    from (values ${sql.join(values)}) as v where conversation.id = v.column1`.execute(trx);
}

function nameOf(conversationId: string, senderId: string, clientMessageId: string): string {
  return `${conversationId} ${senderId} ${clientMessageId}`;
}
