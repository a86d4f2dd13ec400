import type { Delivery, DeliveryQuery } from "../../contract/index.js";
import { AppError, deliveryStates, idSchema } from "../../contract/index.js";
import type { Db, Row } from "../../store/index.js";

type DeliveryRow = Row<"webhook_delivery">;
/** With where it goes and the secrets, sealed as they are stored. */
export type DueDelivery = DeliveryRow &
  Pick<Row<"webhook">, "url" | "secret" | "former_secret" | "former_until">;

/** Longer than a try can take; after it another node may try what a dead one has begun. */
const claimMs = 60_000;

/** The active webhooks to which something is due. */
export async function dueWebhooks(db: Db, at: number): Promise<string[]> {
  const rows = await db
    .selectFrom("webhook_delivery")
    .innerJoin("webhook", "webhook.id", "webhook_delivery.webhook_id")
    .select("webhook.id")
    .distinct()
    .where("webhook_delivery.state", "=", "waiting")
    .where("webhook_delivery.next_at", "<=", at)
    .where("webhook.active", "=", 1)
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * What may be sent to a webhook now. Of each conversation only the oldest: what comes after it waits until it is told,
 * or given up.
 */
export async function dueDeliveries(
  db: Db,
  { webhookId, at, limit }: { readonly webhookId: string; readonly at: number; readonly limit: number },
): Promise<DueDelivery[]> {
  return db
    .selectFrom("webhook_delivery as one")
    .innerJoin("webhook", "webhook.id", "one.webhook_id")
    .selectAll("one")
    .select(["webhook.url", "webhook.secret", "webhook.former_secret", "webhook.former_until"])
    .where("one.webhook_id", "=", webhookId)
    .where("one.state", "=", "waiting")
    .where("one.next_at", "<=", at)
    .where("webhook.active", "=", 1)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("webhook_delivery as earlier")
            .select("earlier.id")
            .whereRef("earlier.webhook_id", "=", "one.webhook_id")
            .whereRef("earlier.lane", "=", "one.lane")
            .where("earlier.state", "=", "waiting")
            .whereRef("earlier.seq", "<", "one.seq"),
        ),
      ),
    )
    .orderBy("one.next_at")
    .orderBy("one.seq")
    .limit(limit)
    .execute();
}

/** Takes a delivery to send; of several nodes one is answered yes. */
export async function claimDelivery(db: Db, { id, attempts }: DeliveryRow, at: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("webhook_delivery")
    .set({ attempts: attempts + 1, next_at: at + claimMs })
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .where("attempts", "=", attempts)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function markDone(
  db: Db,
  id: string,
  end: Pick<DeliveryRow, "state" | "status" | "reason"> & { readonly at: number },
): Promise<void> {
  const { at, ...columns } = end;
  await db
    .updateTable("webhook_delivery")
    .set({ ...columns, done_at: at })
    .where("id", "=", id)
    .execute();
}

export async function markFailed(
  db: Db,
  id: string,
  failure: Pick<DeliveryRow, "status" | "reason" | "next_at">,
): Promise<void> {
  await db
    .updateTable("webhook_delivery")
    .set(failure)
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .execute();
}

/** The newest first. */
export async function listDeliveries(
  db: Db,
  webhookId: string,
  { state, after, limit }: DeliveryQuery,
): Promise<{ readonly items: Delivery[]; readonly next?: string }> {
  let query = db.selectFrom("webhook_delivery").selectAll().where("webhook_id", "=", webhookId);
  if (state !== undefined) query = query.where("state", "=", state);
  if (after !== undefined) {
    if (!idSchema.safeParse(after).success)
      throw new AppError("request/malformed", "This is no place in the list.");
    query = query.where("id", "<", after);
  }
  const rows = await query
    .orderBy("id", "desc")
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toDelivery),
    ...(rows.length > limit && last !== undefined ? { next: last.id } : {}),
  };
}

/** Sends again what was given up: one of them, or all of a webhook. Answers how many there were. */
export async function replay(
  db: Db,
  which: { readonly id: string } | { readonly webhookId: string },
  at: number,
): Promise<number> {
  let query = db
    .updateTable("webhook_delivery")
    .set({ state: "waiting", attempts: 0, next_at: at, done_at: null })
    .where("state", "=", "dead");
  query = "id" in which ? query.where("id", "=", which.id) : query.where("webhook_id", "=", which.webhookId);
  return Number((await query.executeTakeFirst()).numUpdatedRows);
}

function toDelivery(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    eventId: row.fact_id,
    type: row.type,
    objectId: row.object_id,
    state: deliveryStates.find((one) => one === row.state) ?? "waiting",
    attempts: row.attempts,
    createdAt: row.created_at,
    ...(row.status === null ? {} : { status: row.status }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.state === "waiting" ? { nextAt: row.next_at } : {}),
    ...(row.done_at === null ? {} : { doneAt: row.done_at }),
  };
}
