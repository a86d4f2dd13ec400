import type { Db } from "../../store/index.js";
import { DeskError, type Forgetting, type OtherTicketDesk } from "./ticket-desk.js";

/**
 * Asks the other desk to forget people who were erased here, once nothing of them is left to send. What it will not do
 * stays written down with the reason; while it is away it is asked again.
 */
export async function forgetThere(db: Db, deskId: string, other: OtherTicketDesk): Promise<void> {
  const rows = await db
    .selectFrom("left_elsewhere")
    .innerJoin("erasure", "erasure.id", "left_elsewhere.erasure_id")
    .select(["erasure_id", "remote_id"])
    .where("left_elsewhere.desk_id", "=", deskId)
    .where("left_elsewhere.state", "=", "waiting")
    .where("erasure.state", "=", "done")
    .execute();
  for (const erasureId of new Set(rows.map(({ erasure_id }) => erasure_id))) {
    const ids = rows.filter(({ erasure_id }) => erasure_id === erasureId).map(({ remote_id }) => remote_id);
    const said = await ask(other, ids);
    await db
      .updateTable("left_elsewhere")
      .set({ state: said.state, reason: said.state === "remains" ? said.reason : null })
      .where("erasure_id", "=", erasureId)
      .where("remote_id", "in", ids)
      .where("state", "=", "waiting")
      .execute();
  }
}

async function ask(other: OtherTicketDesk, ids: readonly string[]): Promise<Forgetting> {
  try {
    return await other.forget(ids);
  } catch (error) {
    if (!(error instanceof DeskError) || error.kind === "away") throw error;
    return { state: "remains", reason: "refused" };
  }
}
