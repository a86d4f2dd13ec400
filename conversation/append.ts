import type { Row } from "../store/index.js";
import type { AppendQueries, End } from "./append-queries.js";
import type { AppendResult, MessageDraft, Trx } from "./draft.js";
import { toMessage, toOwner, toRow } from "./rows.js";
import { findWriters, type Writers } from "./writers.js";

type ConversationRow = Row<"conversation">;

/** A conversation while a batch is being added to it. */
interface Tail {
  readonly row: ConversationRow;
  lastSeq: number;
  askedSeq: number;
}

/** What is taken out of the words of people before they are stored. */
export type Mask = (text: string) => string;

export type Append = (trx: Trx, drafts: readonly MessageDraft[], now: number) => Promise<AppendResult[]>;

/**
 * Gives each draft its place at the end of its conversation, inside the caller's transaction, and answers for each in
 * the same order. The conversation rows are locked, so numbers have no gap and no double (D5), a name used before
 * finds the message it was used for (D1, D2), and a late owner is refused here (Q3). Four statements, whatever the
 * number of drafts.
 */
export function createAppend(queries: AppendQueries, mask: Mask = (text) => text): Append {
  return async (trx, given, now) => {
    const drafts = given.map((draft) => (isOfPeople(draft) ? { ...draft, text: mask(draft.text) } : draft));
    const ids = [...new Set(drafts.map((draft) => draft.conversationId))];
    const locked = await queries.lock(trx, ids);
    const tails = new Map(locked.map((row) => [row.id, toTail(row)]));
    const stored = await queries.findKnown(trx, drafts);
    const known = new Map(stored.map((row) => [nameOf(row), row]));
    const rows: Row<"message">[] = [];
    const writers = await findWriters(queries, trx, drafts, tails);
    const results = drafts.map((draft) => place(draft, { tails, known, rows, writers, now }));
    if (rows.length > 0) {
      await queries.insert(trx, rows);
      await queries.advance(trx, [...tails.values()].filter(hasGrown).map(toEnd), now);
    }
    return results;
  };
}

function isOfPeople({ sender: { kind } }: MessageDraft): boolean {
  return kind === "requester" || kind === "agent";
}

function toTail(row: ConversationRow): Tail {
  return { row, lastSeq: row.last_seq, askedSeq: row.asked_seq };
}

function hasGrown({ row, lastSeq }: Tail): boolean {
  return lastSeq > row.last_seq;
}

function toEnd({ row, lastSeq, askedSeq }: Tail): End {
  return { id: row.id, lastSeq, askedSeq };
}

interface Batch {
  readonly tails: ReadonlyMap<string, Tail>;
  readonly known: Map<string, Row<"message">>;
  readonly rows: Row<"message">[];
  readonly writers: Writers;
  readonly now: number;
}

function place(draft: MessageDraft, { tails, known, rows, writers, now }: Batch): AppendResult {
  const tail = tails.get(draft.conversationId);
  if (tail === undefined) return { status: "missing" };
  const name = nameOf({
    conversation_id: draft.conversationId,
    sender_id: draft.sender.id,
    client_message_id: draft.clientMessageId,
  });
  const first = known.get(name);
  if (first !== undefined) {
    return { status: "repeat", message: toMessage(first), differs: first.text !== draft.text };
  }
  const refusal = refuse(draft, tail.row, writers);
  if (refusal !== undefined) return refusal;
  const row = toRow(draft, ++tail.lastSeq, tail.row.epoch, now);
  const isAsked = draft.sender.kind === "requester" && tail.row.owner_kind === "assistant";
  if (isAsked) tail.askedSeq = row.seq;
  rows.push(row);
  known.set(name, row);
  return { status: "stored", message: toMessage(row), isAsked };
}

/**
 * The system may always write; the requester until the end; the assistant only while it owns the talk; agents while
 * one of them owns it and they are that one or take part, all under the present epoch.
 */
function refuse(draft: MessageDraft, row: ConversationRow, writers: Writers): AppendResult | undefined {
  const state = { epoch: row.epoch, owner: toOwner(row) };
  if (row.kind === "direct" && draft.sender.kind !== "system" && !writers.isLinked(row.id)) {
    return isOneOf(row, draft.sender.id) ? { status: "unlinked" } : { status: "missing" };
  }
  switch (draft.sender.kind) {
    case "system":
      return undefined;
    case "requester":
      // To anybody but its requester the conversation does not exist (S10).
      if (row.requester_id !== draft.sender.id || row.kind === "consult") return { status: "missing" };
      return row.owner_kind === "none" ? { status: "closed", ...state } : undefined;
    case "assistant":
      return row.owner_kind === "assistant" && draft.epoch === row.epoch
        ? undefined
        : { status: "stale", ...state };
    case "agent":
      if (row.owner_kind === "none") return { status: "closed", ...state };
      if (draft.epoch !== row.epoch || row.owner_kind !== "agent") return { status: "stale", ...state };
      // Its originator writes in a consult as one of its participants: whoever has left is refused.
      if (row.owner_id === draft.sender.id && row.kind !== "consult") return undefined;
      if (writers.has(row, draft.sender.id)) return undefined;
      return row.kind === "talk" ? { status: "stale", ...state } : { status: "missing" };
  }
}

function isOneOf(row: ConversationRow, accountId: string): boolean {
  return row.requester_id === accountId || row.owner_id === accountId;
}

function nameOf(row: Pick<Row<"message">, "conversation_id" | "sender_id" | "client_message_id">): string {
  return `${row.conversation_id} ${row.sender_id} ${row.client_message_id}`;
}
