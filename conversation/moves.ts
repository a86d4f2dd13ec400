import { type Owner, type OwnerKind, ownerSchema } from "../contract/index.js";
import type { Engine, Row } from "../store/index.js";
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
  const row = await lock(trx, engine, move.conversationId);
  if (row === undefined) return { status: "missing" };
  const owner = toOwner(row);
  if (move.epoch !== undefined && move.epoch !== row.epoch)
    return { status: "stale", epoch: row.epoch, owner };
  if (!mayMove(owner, move)) return { status: "refused", epoch: row.epoch, owner };
  const closed = owner.kind === "none" ? await closeOthers(trx, row, move.now) : [];
  if (closed === undefined) return { status: "refused", epoch: row.epoch, owner };
  await write(trx, row, move);
  if (owner.kind === "agent") await endParts(trx, row, move);
  return { status: "moved", epoch: row.epoch + 1, from: owner, closed };
}

async function lock(trx: Trx, engine: Engine, id: string): Promise<Row<"conversation"> | undefined> {
  const query = trx.selectFrom("conversation").selectAll().where("id", "=", id);
  return (engine === "postgres" ? query.forUpdate() : query).executeTakeFirst();
}

function mayMove(owner: Owner, move: Move): boolean {
  if (move.from !== undefined && !move.from.includes(owner.kind)) return false;
  return allowed[owner.kind].includes(move.to.kind);
}

async function closeOthers(
  trx: Trx,
  row: Row<"conversation">,
  now: number,
): Promise<readonly string[] | undefined> {
  const others = await trx
    .selectFrom("conversation")
    .selectAll()
    .where("requester_id", "=", row.requester_id)
    .where("channel", "=", row.channel)
    .where("owner_kind", "<>", "none")
    .where("id", "<>", row.id)
    .execute();
  if (others.some((other) => ownerSchema.shape.kind.parse(other.owner_kind) !== "assistant"))
    return undefined;
  for (const other of others) {
    await write(trx, other, { conversationId: other.id, to: { kind: "none" }, now });
  }
  return others.map((other) => other.id);
}

/** Who loses the talk takes no part in it any more; when no agent has it nobody does. */
async function endParts(trx: Trx, row: Row<"conversation">, { to, now }: Move): Promise<void> {
  let leaving = trx
    .updateTable("participant")
    .set({ left_at: now })
    .where("conversation_id", "=", row.id)
    .where("left_at", "is", null);
  if (to.kind === "agent") leaving = leaving.where("account_id", "=", row.owner_id ?? "");
  await leaving.execute();
}

async function write(trx: Trx, row: Row<"conversation">, move: Move): Promise<void> {
  await trx
    .updateTable("conversation")
    .set({
      owner_kind: move.to.kind,
      owner_id: move.to.id ?? null,
      epoch: row.epoch + 1,
      // What was said to the former owner, asked or not, is not the assistant's to answer when it comes back.
      answered_seq: row.last_seq,
      dialog_json: "{}",
      updated_at: move.now,
    })
    .where("id", "=", row.id)
    .where("epoch", "=", row.epoch)
    .execute();
}
