import { z } from "zod";
import { AppError, idSchema, type Webhook, type WebhookForm, webhookEvents } from "../../contract/index.js";
import { type Db, fromJson, type Row, toJson } from "../../store/index.js";

const eventsSchema = z.array(z.enum(webhookEvents));
const groupIdsSchema = z.array(idSchema);

export function toColumns({ name, url, events, groupIds, isActive }: WebhookForm) {
  return {
    name,
    url,
    events_json: toJson([...new Set(events)]),
    group_ids_json: toJson([...new Set(groupIds)]),
    active: isActive ? 1 : 0,
  };
}

export function toForm(row: Row<"webhook">): WebhookForm {
  return {
    name: row.name,
    url: row.url,
    events: fromJson(eventsSchema, row.events_json),
    groupIds: fromJson(groupIdsSchema, row.group_ids_json),
    isActive: row.active === 1,
  };
}

/** In the order they were made, with how their deliveries stand. */
export async function listWebhooks(db: Db, id?: string): Promise<Webhook[]> {
  let query = db.selectFrom("webhook").selectAll().orderBy("id");
  if (id !== undefined) query = query.where("id", "=", id);
  const rows = await query.execute();
  const counts = await db
    .selectFrom("webhook_delivery")
    .select((of) => ["webhook_id", "state", of.fn.countAll<number | string>().as("count")])
    .select((of) => of.fn.max("done_at").as("last"))
    .groupBy(["webhook_id", "state"])
    .execute();
  return rows.map((row) => {
    const of = (state: string) => counts.find((one) => one.webhook_id === row.id && one.state === state);
    const lastSentAt = of("sent")?.last;
    return {
      id: row.id,
      ...toForm(row),
      version: row.version,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
      waiting: Number(of("waiting")?.count ?? 0),
      dead: Number(of("dead")?.count ?? 0),
      ...(lastSentAt === undefined || lastSentAt === null ? {} : { lastSentAt: Number(lastSentAt) }),
    };
  });
}

export async function requireWebhook(db: Db, id: string): Promise<Row<"webhook">> {
  const row = await db.selectFrom("webhook").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw new AppError("webhook/not-found", "There is no such webhook.");
  return row;
}
