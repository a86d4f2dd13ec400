import type { Row } from "../store/index.js";
import type { AppendQueries } from "./append-queries.js";
import type { MessageDraft, Trx } from "./draft.js";

/** Who may write beside the owner; asked for only where a draft needs it, so that other talks pay nothing. */
export interface Writers {
  /** Whether the person takes part, under the conversation's present epoch. */
  has(row: Row<"conversation">, accountId: string): boolean;
  /** Whether the two people of a direct talk have both linked each other. */
  isLinked(conversationId: string): boolean;
}

export async function findWriters(
  queries: AppendQueries,
  trx: Trx,
  drafts: readonly MessageDraft[],
  tails: ReadonlyMap<string, { readonly row: Row<"conversation"> }>,
): Promise<Writers> {
  const needed = drafts.flatMap(({ conversationId, sender }) => {
    const row = tails.get(conversationId)?.row;
    return row !== undefined && needsLook(row, sender) ? [row] : [];
  });
  const direct = idsOf(needed.filter((row) => row.kind === "direct"));
  const shared = idsOf(needed.filter((row) => row.kind !== "direct"));
  const writers = shared.length === 0 ? [] : await queries.findWriters(trx, shared);
  const linked = new Set(direct.length === 0 ? [] : await queries.findLinked(trx, direct));
  return {
    has: (row, accountId) =>
      writers.some(
        (one) => one.conversationId === row.id && one.accountId === accountId && one.epoch === row.epoch,
      ),
    isLinked: (id) => linked.has(id),
  };
}

function needsLook(row: Row<"conversation">, sender: MessageDraft["sender"]): boolean {
  if (sender.kind === "system") return false;
  if (row.kind !== "talk") return true;
  return sender.kind === "agent" && row.owner_kind === "agent" && row.owner_id !== sender.id;
}

function idsOf(rows: readonly Row<"conversation">[]): string[] {
  return [...new Set(rows.map((row) => row.id))];
}
