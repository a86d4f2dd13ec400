import type { Db, Row } from "../../store/index.js";

/** There is one mailbox; its row says how far it was read, by whichever node. */
const name = "main";

export type MailboxRow = Row<"mailbox">;

export function readMailbox(db: Db): Promise<MailboxRow | undefined> {
  return db.selectFrom("mailbox").selectAll().where("name", "=", name).executeTakeFirst();
}

/** How the connection is; where reading stands is left as it is. */
export async function noteState(
  db: Db,
  state: { readonly state: "connected" | "away"; readonly reason?: string | undefined },
  at: number,
): Promise<void> {
  const row = { state: state.state, reason: state.reason ?? null, changed_at: at };
  await db
    .insertInto("mailbox")
    .values({ name, uid_validity: null, last_uid: 0, looked_at: null, ...row })
    .onConflict((conflict) => conflict.column("name").doUpdateSet(row))
    .execute();
}

/** The mailbox was looked through at this time. */
export async function noteLook(db: Db, at: number): Promise<void> {
  await db.updateTable("mailbox").set({ looked_at: at }).where("name", "=", name).execute();
}

/** From here on reading goes on, inside the caller's transaction; under one validity it never goes back. */
export async function moveOnIn(
  trx: Db,
  to: { readonly uidValidity: string; readonly uid: number },
): Promise<void> {
  await trx
    .updateTable("mailbox")
    .set({ uid_validity: to.uidValidity, last_uid: to.uid })
    .where("name", "=", name)
    .where((eb) =>
      eb.or([
        eb("uid_validity", "is", null),
        eb("uid_validity", "<>", to.uidValidity),
        eb("last_uid", "<", to.uid),
      ]),
    )
    .execute();
}
