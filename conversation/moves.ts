import { type Owner, type OwnerKind, ownerSchema } from "../contract/index.js";
import { createShapes, type Engine, listOf, lockingShapes, marksOf, type Row } from "../store/index.js";
import type { Trx } from "./draft.js";
import { toOwner } from "./rows.js";

/** Who may follow whom (design section 5). Everything that is not here is refused. */
const allowed: Readonly<Record<OwnerKind, readonly OwnerKind[]>> = {
  assistant: ["queue", "agent", "none"],
  queue: ["queue", "agent", "assistant", "none"],
  agent: ["agent", "queue", "assistant", "none"],
  none: ["assistant", "queue", "agent"],
};

export interface Move {
  readonly conversationId: string;
  /** The ownership the mover knows; left out where another lock already makes the mover the only one. */
  readonly epoch?: number | undefined;
  /** Owners from which this move makes sense. */
  readonly from?: readonly OwnerKind[] | undefined;
  readonly to: { readonly kind: OwnerKind; readonly id?: string | undefined };
  readonly now: number;
}

export type MoveResult =
  | {
      readonly status: "moved";
      readonly epoch: number;
      readonly from: Owner;
      readonly closed: readonly string[];
    }
  | { readonly status: "stale" | "refused"; readonly epoch: number; readonly owner: Owner }
  | { readonly status: "missing" };

/**
 * Gives the conversation to another owner and raises its epoch by one, inside the caller's transaction. From then on
 * the store refuses what the former owner writes. A conversation that comes back to life closes the requester's other
 * one if the assistant has it (`closed` names it), and is refused if a person or the queue has it: a requester has
 * one open conversation per channel (Q5).
 */
export async function moveOwnerIn(trx: Trx, engine: Engine, move: Move): Promise<MoveResult> {
  const [result] = await moveOwnersIn(trx, engine, [move]);
  return result ?? { status: "missing" };
}

/**
 * The same for several conversations, each named once; answers in the order of the moves. They are locked in the order
 * of their ids, and one statement writes all.
 */
export async function moveOwnersIn(trx: Trx, engine: Engine, moves: readonly Move[]): Promise<MoveResult[]> {
  const rows = await lock(
    trx,
    engine,
    moves.map((move) => move.conversationId),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const written: Written[] = [];
  const results: MoveResult[] = [];
  for (const move of moves) {
    const row = byId.get(move.conversationId);
    const result: MoveResult = row === undefined ? { status: "missing" } : await decide(trx, row, move);
    if (row !== undefined && result.status === "moved") written.push({ row, move });
    results.push(result);
  }
  await write(trx, written);
  for (const { row, move } of written) if (toOwner(row).kind === "agent") await endParts(trx, row, move);
  return results;
}

/** What a move depends on. */
const columns = ["id", "requester_id", "channel", "owner_kind", "owner_id", "epoch"] as const;
type Owned = Pick<Row<"conversation">, (typeof columns)[number]>;

interface Written {
  readonly row: Owned;
  readonly move: Move;
}

const locking = lockingShapes<Owned>(
  (count) => `select ${columns.join(", ")} from conversation where id in (${listOf(count)}) order by id`,
);

async function lock(trx: Trx, engine: Engine, ids: readonly string[]): Promise<readonly Owned[]> {
  if (ids.length === 0) return [];
  return (await trx.executeQuery(locking[engine](ids.length, [...ids]))).rows;
}

async function decide(trx: Trx, row: Owned, move: Move): Promise<MoveResult> {
  const owner = toOwner(row);
  if (move.epoch !== undefined && move.epoch !== row.epoch)
    return { status: "stale", epoch: row.epoch, owner };
  if (!mayMove(owner, move)) return { status: "refused", epoch: row.epoch, owner };
  const closed = owner.kind === "none" ? await closeOthers(trx, row, move.now) : [];
  if (closed === undefined) return { status: "refused", epoch: row.epoch, owner };
  return { status: "moved", epoch: row.epoch + 1, from: owner, closed };
}

function mayMove(owner: Owner, move: Move): boolean {
  if (move.from !== undefined && !move.from.includes(owner.kind)) return false;
  return allowed[owner.kind].includes(move.to.kind);
}

async function closeOthers(trx: Trx, row: Owned, now: number): Promise<readonly string[] | undefined> {
  const others = await trx
    .selectFrom("conversation")
    .select(columns)
    .where("requester_id", "=", row.requester_id)
    .where("channel", "=", row.channel)
    .where("owner_kind", "<>", "none")
    .where("id", "<>", row.id)
    .execute();
  if (others.some((other) => ownerSchema.shape.kind.parse(other.owner_kind) !== "assistant"))
    return undefined;
  await write(
    trx,
    others.map((other) => ({
      row: other,
      move: { conversationId: other.id, to: { kind: "none" }, now },
    })),
  );
  return others.map((other) => other.id);
}

/** Who loses the talk takes no part in it any more; when no agent has it nobody does. */
async function endParts(trx: Trx, row: Owned, { to, now }: Move): Promise<void> {
  let leaving = trx
    .updateTable("participant")
    .set({ left_at: now })
    .where("conversation_id", "=", row.id)
    .where("left_at", "is", null);
  if (to.kind === "agent") leaving = leaving.where("account_id", "=", row.owner_id ?? "");
  await leaving.execute();
}

// Both engines name the columns of VALUES column1, column2, …
const writing = createShapes(
  (count) => `update conversation set owner_kind = v.column3, owner_id = v.column4, epoch = epoch + 1,
    answered_seq = last_seq, dialog_json = '{}', updated_at = v.column5
    from (values ${marksOf(count, ["plain", "integer", "plain", "plain", "bigint"])}) as v
    where conversation.id = v.column1 and conversation.epoch = v.column2`,
);

/** What was said to the former owner, asked or not, is not the assistant's to answer when it comes back. */
async function write(trx: Trx, moves: readonly Written[]): Promise<void> {
  if (moves.length === 0) return;
  const values = moves.flatMap(({ row, move: { to, now } }) => [
    row.id,
    row.epoch,
    to.kind,
    to.id ?? null,
    now,
  ]);
  await trx.executeQuery(writing(moves.length, values));
}
