import type { Db, Row } from "../../store/index.js";

export type LinkRow = Row<"desk_link">;
export type CopyKind = "message" | "event" | "file" | "talk";

/** Longer than a run over one ticket may take; after it another node may do what a dead one has begun. */
export const claimMs = 180_000;

/** Tickets that have something to tell, those that wait longest first. */
export function dueLinks(
  db: Db,
  { deskId, at, limit }: { readonly deskId: string; readonly at: number; readonly limit: number },
): Promise<LinkRow[]> {
  return db
    .selectFrom("desk_link")
    .selectAll()
    .where("desk_id", "=", deskId)
    .where("state", "=", "waiting")
    .where("next_at", "<=", at)
    .where("busy_until", "<=", at)
    .orderBy("next_at")
    .orderBy("created_at")
    .orderBy("ticket_id")
    .limit(limit)
    .execute();
}

/** Takes a ticket to work on; of several nodes one is answered with it as it is now. */
export function claimLink(db: Db, ticketId: string, at: number): Promise<LinkRow | undefined> {
  return db
    .updateTable("desk_link")
    .set({ busy_until: at + claimMs })
    .where("ticket_id", "=", ticketId)
    .where("state", "=", "waiting")
    .where("next_at", "<=", at)
    .where("busy_until", "<=", at)
    .returningAll()
    .executeTakeFirst();
}

export async function setLink(db: Db, ticketId: string, columns: Partial<LinkRow>): Promise<void> {
  await db.updateTable("desk_link").set(columns).where("ticket_id", "=", ticketId).execute();
}

/** Ends a run that went well; what came up meanwhile is found by the next. */
export async function endRun(db: Db, { ticket_id, asked }: LinkRow, at: number): Promise<void> {
  await db
    .updateTable("desk_link")
    .set((eb) => ({
      state: eb.case().when("asked", "=", asked).then("even").else("waiting").end(),
      tries: 0,
      reason: null,
      next_at: at,
      busy_until: 0,
      sent_at: at,
    }))
    .where("ticket_id", "=", ticket_id)
    .execute();
}

/** Ends a run that did not. A refused ticket is told of again when something of it changes, or somebody asks for it. */
export async function failRun(
  db: Db,
  { ticket_id, asked, tries }: LinkRow,
  failure: { readonly isStuck: boolean; readonly reason: string | null; readonly nextAt: number },
): Promise<void> {
  await db
    .updateTable("desk_link")
    .set((eb) => ({
      state: failure.isStuck
        ? eb.case().when("asked", "=", asked).then("stuck").else("waiting").end()
        : eb.val("waiting"),
      tries: failure.reason === null ? tries : tries + 1,
      reason: failure.reason,
      next_at: failure.nextAt,
      busy_until: 0,
    }))
    .where("ticket_id", "=", ticket_id)
    .execute();
}

/** Notes that a ticket has changed there; one that was seen like this before is left alone. */
export async function noteNews(
  db: Db,
  news: {
    readonly deskId: string;
    readonly remoteId: string;
    readonly updated?: string;
    readonly at: number;
  },
): Promise<void> {
  const { deskId, remoteId, updated, at } = news;
  let query = db
    .updateTable("desk_link")
    .set((eb) => ({
      asked: eb("asked", "+", 1),
      state: "waiting",
      next_at: eb.case().when("state", "=", "waiting").then(eb.ref("next_at")).else(at).end(),
    }))
    .where("desk_id", "=", deskId)
    .where("remote_id", "=", remoteId);
  if (updated !== undefined) {
    query = query.where((eb) =>
      eb.or([eb("remote_updated", "is", null), eb("remote_updated", "<>", updated)]),
    );
  }
  await query.execute();
}

export function copiesOf(db: Db, ticketId: string): Promise<Row<"desk_copy">[]> {
  return db.selectFrom("desk_copy").selectAll().where("ticket_id", "=", ticketId).execute();
}

type Copy = Pick<Row<"desk_copy">, "ticket_id" | "object_id" | "state" | "remote_id" | "reason" | "at"> & {
  readonly kind: CopyKind;
};

export async function saveCopy(db: Db, copy: Copy): Promise<void> {
  const { state, remote_id, reason, at } = copy;
  await db
    .insertInto("desk_copy")
    .values(copy)
    .onConflict((conflict) =>
      conflict.columns(["ticket_id", "kind", "object_id"]).doUpdateSet({ state, remote_id, reason, at }),
    )
    .execute();
}

export async function forgetCopy(
  db: Db,
  copy: Pick<Copy, "ticket_id" | "kind" | "object_id">,
): Promise<void> {
  await db
    .deleteFrom("desk_copy")
    .where("ticket_id", "=", copy.ticket_id)
    .where("kind", "=", copy.kind)
    .where("object_id", "=", copy.object_id)
    .execute();
}
