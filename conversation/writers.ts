import type { Row } from "../store/index.js";
import type { AppendQueries } from "./append-queries.js";
import type { MessageDraft, Trx } from "./draft.js";

/** Who may write beside the owner; asked for only where a draft needs it, so that other talks pay nothing. */
export interface Writers {
  /** Whether the person takes part in the talk, or is in the consult. */
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
  async function find<T>(
    kind: string,
    look: (trx: Trx, ids: readonly string[]) => Promise<T[]>,
  ): Promise<T[]> {
    const ids = new Set(needed.filter((row) => row.kind === kind).map((row) => row.id));
    return ids.size === 0 ? [] : look(trx, [...ids]);
  }
  const writers = [
    ...(await find("talk", queries.findParticipants)),
    ...(await find("consult", queries.findMembers)),
  ];
  const linked = await find("direct", queries.findLinked);
  return {
    has: (row, accountId) =>
      writers.some((one) => one.conversationId === row.id && one.accountId === accountId),
    isLinked: (id) => linked.includes(id),
  };
}

function needsLook(row: Row<"conversation">, sender: MessageDraft["sender"]): boolean {
  if (sender.kind === "system") return false;
  if (row.kind !== "talk") return true;
  return sender.kind === "agent" && row.owner_kind === "agent" && row.owner_id !== sender.id;
}
