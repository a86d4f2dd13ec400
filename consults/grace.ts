import type { ConsultDesk } from "./desk.js";
import { endIn } from "./leave.js";
import { transact } from "./work.js";

export interface Grace {
  /** How long an originator's line may be away. */
  readonly graceMs: number;
  /** Those who have a live line; `undefined` when nobody can say now. */
  readonly whoIsOnline: (accountIds: readonly string[]) => Promise<ReadonlySet<string> | undefined>;
}

/** A dropped line is not leaving: a consult ends only when its originator stays away for longer than the grace. */
export async function endAbandoned(desk: ConsultDesk, { graceMs, whoIsOnline }: Grace): Promise<void> {
  const { db } = desk.store;
  const open = await db
    .selectFrom("consult")
    .select(["conversation_id", "originator_id", "originator_away_since"])
    .where("ended_at", "is", null)
    .execute();
  if (open.length === 0) return;
  const online = await whoIsOnline([...new Set(open.map((row) => row.originator_id))]);
  if (online === undefined) return;
  for (const row of open) {
    const isAway = !online.has(row.originator_id);
    if (isAway === (row.originator_away_since !== null)) {
      if (isAway && desk.now() - (row.originator_away_since ?? 0) >= graceMs) await end(desk, row, graceMs);
      continue;
    }
    await db
      .updateTable("consult")
      .set({ originator_away_since: isAway ? desk.now() : null })
      .where("conversation_id", "=", row.conversation_id)
      .where("ended_at", "is", null)
      .where("originator_away_since", isAway ? "is" : "is not", null)
      .execute();
  }
}

/** Under the lock it is looked at again: the originator may just have come back, or another node has ended it. */
function end(desk: ConsultDesk, row: { readonly conversation_id: string }, graceMs: number): Promise<void> {
  return transact(desk, row.conversation_id, async (work) => {
    const { ended_at, originator_away_since: since } = work.consult;
    if (ended_at !== null || since === null || work.now - since < graceMs) return;
    await endIn(desk, work, "lost");
  });
}
