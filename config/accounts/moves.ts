import type { Db } from "../../store/index.js";

const name = "memberships";

/** Noted together with each change of who belongs to which group, so that every node finds it without a bell. */
export async function noteMove(trx: Db): Promise<void> {
  await trx
    .insertInto("counter")
    .values({ name, value: 1 })
    .onConflict((conflict) =>
      conflict.column("name").doUpdateSet((eb) => ({ value: eb("counter.value", "+", 1) })),
    )
    .execute();
}

/** How many changes there were. */
export async function countMoves(db: Db): Promise<number> {
  const row = await db.selectFrom("counter").select("value").where("name", "=", name).executeTakeFirst();
  return Number(row?.value ?? 0);
}
