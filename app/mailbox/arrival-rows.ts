import type { ArrivalReason } from "../../contract/index.js";
import { type Db, newId, type Row } from "../../store/index.js";

export type ArrivalRow = Row<"arrival">;

/** A mail to keep, before anybody has read it. */
export interface NewArrival {
  readonly name: string;
  readonly source: "imap" | "http";
  readonly size: number;
  /** The mail as it came; left out where it is too large to keep. */
  readonly raw: Buffer | undefined;
  readonly sender?: string | undefined;
  readonly subject?: string | undefined;
  /** Set aside from the beginning. */
  readonly aside?: { readonly reason: ArrivalReason; readonly detail?: string | undefined } | undefined;
}

/** What became of a mail; written once, by whoever holds it. */
export interface Ending {
  readonly state: "done" | "asked" | "ignored" | "aside";
  readonly reason?: ArrivalReason | undefined;
  readonly detail?: string | undefined;
  readonly accountId?: string | undefined;
  readonly thread?: string | undefined;
  readonly conversationId?: string | undefined;
  /** The message it became, which the assistant has to answer. */
  readonly askedSeq?: number | undefined;
}

/** Longer than taking a mail lasts; after it another node may take what a dead one has begun. */
const claimMs = 120_000;
const detailCharsMax = 300;

/** Keeps a mail inside the caller's transaction; answers its id, or nothing when it has come before. */
export async function keepArrivalIn(trx: Db, arrival: NewArrival, at: number): Promise<string | undefined> {
  const { aside, raw } = arrival;
  const inserted = await trx
    .insertInto("arrival")
    .values({
      id: newId(),
      name: arrival.name,
      source: arrival.source,
      state: aside === undefined ? "waiting" : "aside",
      reason: aside?.reason ?? null,
      detail: aside?.detail ?? null,
      sender: arrival.sender ?? "",
      subject: arrival.subject ?? "",
      message_id: null,
      proof: null,
      size: arrival.size,
      account_id: null,
      thread: null,
      conversation_id: null,
      asked_seq: null,
      is_forced: 0,
      attempts: 0,
      next_at: at,
      created_at: at,
      done_at: aside === undefined ? null : at,
    })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (inserted !== undefined && raw !== undefined) {
    await trx.insertInto("arrival_raw").values({ arrival_id: inserted.id, bytes: raw }).execute();
  }
  return inserted?.id;
}

export function dueArrivals(
  db: Db,
  state: "waiting" | "asked",
  at: number,
  limit: number,
): Promise<ArrivalRow[]> {
  return db
    .selectFrom("arrival")
    .selectAll()
    .where("state", "=", state)
    .where("next_at", "<=", at)
    .orderBy("next_at")
    .orderBy("id")
    .limit(limit)
    .execute();
}

/** Takes a mail to read; of several nodes one is answered yes. */
export async function claimArrival(db: Db, { id, attempts }: ArrivalRow, at: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("arrival")
    .set({ attempts: attempts + 1, next_at: at + claimMs })
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .where("attempts", "=", attempts)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function rawOf(db: Db, id: string): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom("arrival_raw")
    .select("bytes")
    .where("arrival_id", "=", id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  // One engine answers with bare memory, the other with a view on it.
  return ArrayBuffer.isView(row.bytes) ? Buffer.from(row.bytes) : Buffer.from(new Uint8Array(row.bytes));
}

/** Notes who wrote and what about, so that admins see it whatever happens next. */
export async function noteHead(
  db: Db,
  id: string,
  head: { readonly sender: string; readonly subject: string; readonly messageId: string | undefined },
): Promise<void> {
  await db
    .updateTable("arrival")
    .set({ sender: head.sender, subject: head.subject, message_id: head.messageId ?? null })
    .where("id", "=", id)
    .execute();
}

/** What was found of its sender; kept, so that taking it again comes to the same. */
export async function noteProof(db: Db, id: string, proof: "proven" | "unproven"): Promise<void> {
  await db.updateTable("arrival").set({ proof }).where("id", "=", id).execute();
}

/**
 * Writes the end inside the caller's transaction; no when somebody else has written one. The mail itself goes when it
 * has become something, and stays while an admin may want it.
 */
export async function endArrivalIn(
  trx: Db,
  { id, from }: { readonly id: string; readonly from: "waiting" | "asked" },
  ending: Ending & { readonly at: number },
): Promise<boolean> {
  const { state, at } = ending;
  const { numUpdatedRows } = await trx
    .updateTable("arrival")
    .set({
      state,
      reason: ending.reason ?? null,
      detail: ending.detail?.slice(0, detailCharsMax) ?? null,
      ...(ending.accountId === undefined ? {} : { account_id: ending.accountId }),
      ...(ending.thread === undefined ? {} : { thread: ending.thread }),
      ...(ending.conversationId === undefined ? {} : { conversation_id: ending.conversationId }),
      asked_seq: ending.askedSeq ?? null,
      next_at: at,
      done_at: state === "asked" ? null : at,
    })
    .where("id", "=", id)
    .where("state", "=", from)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  if (state === "done" || state === "asked") {
    await trx.deleteFrom("arrival_raw").where("arrival_id", "=", id).execute();
  }
  return true;
}

/** Another try later: something of the desk itself was away. */
export async function putOff(
  db: Db,
  id: string,
  again: { readonly at: number; readonly detail: string },
): Promise<void> {
  await db
    .updateTable("arrival")
    .set({ next_at: again.at, detail: again.detail.slice(0, detailCharsMax) })
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .execute();
}

/** How many this address has sent since. */
export async function countFrom(db: Db, sender: string, since: number): Promise<number> {
  const { count } = await db
    .selectFrom("arrival")
    .select((eb) => eb.fn.countAll().as("count"))
    .where("sender", "=", sender)
    .where("created_at", ">", since)
    .executeTakeFirstOrThrow();
  return Number(count);
}
