import { type Seal, sealedFor } from "../../config/index.js";
import { AppError, type Webhook, type WebhookChange, type WebhookForm } from "../../contract/index.js";
import { newId, recordChange, type Store } from "../../store/index.js";
import { checkUrl } from "./post.js";
import { newSecret } from "./sign.js";
import { listWebhooks, requireWebhook, toColumns, toForm } from "./webhook-rows.js";

/** More would make every fact of the desk expensive. */
const webhooksMost = 50;

export interface WebhookAdmin {
  list(): Promise<Webhook[]>;
  byId(id: string): Promise<Webhook>;
  /** The secret is told this once. */
  create(form: WebhookForm, by: string): Promise<{ readonly secret: string; readonly item: Webhook }>;
  /** Throws `webhook/changed` with the present one for an older version. */
  update(id: string, change: WebhookChange, by: string): Promise<Webhook>;
  /** Signs with a new secret from the next try on, and for so long with the former one too. */
  renewSecret(
    id: string,
    wish: { readonly formerForMs: number; readonly by: string },
  ): Promise<{ readonly secret: string; readonly item: Webhook }>;
  remove(id: string, by: string): Promise<void>;
}

export function createWebhookAdmin(options: {
  readonly store: Store;
  readonly seal: Seal;
  readonly now: () => number;
  readonly mayBePrivate: boolean;
}): WebhookAdmin {
  const { store, seal, now, mayBePrivate } = options;
  const { db } = store;

  const byId = async (id: string): Promise<Webhook> => {
    const [item] = await listWebhooks(db, id);
    if (item === undefined) throw new AppError("webhook/not-found", "There is no such webhook.");
    return item;
  };

  const check = ({ url }: WebhookForm) => checkUrl(url, { mayBePrivate });

  return {
    list: () => listWebhooks(db),
    byId,
    create: async (form, by) => {
      check(form);
      const secret = newSecret();
      const id = newId();
      const at = now();
      await db.transaction().execute(async (trx) => {
        const { count } = await trx
          .selectFrom("webhook")
          .select((of) => of.fn.countAll<number | string>().as("count"))
          .executeTakeFirstOrThrow();
        if (Number(count) >= webhooksMost) {
          throw new AppError("webhook/refused", `The desk keeps at most ${webhooksMost} webhooks.`);
        }
        const made = { version: 1, created_at: at, created_by: by, updated_at: at };
        await trx
          .insertInto("webhook")
          .values({ id, ...toColumns(form), secret: seal.seal(secret, sealedFor.webhook(id)), ...made })
          .execute();
        await recordChange(trx, { type: "webhook", id, name: form.name, after: { ...form }, at, by });
      });
      return { secret, item: await byId(id) };
    },
    update: async (id, { version, ...form }, by) => {
      check(form);
      const isSaved = await db.transaction().execute(async (trx) => {
        const before = toForm(await requireWebhook(trx, id));
        const { numUpdatedRows } = await trx
          .updateTable("webhook")
          .set({ ...toColumns(form), version: version + 1, updated_at: now() })
          .where("id", "=", id)
          .where("version", "=", version)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        const change = { type: "webhook", id, name: form.name, at: now(), by };
        await recordChange(trx, { ...change, before: { ...before }, after: { ...form } });
        return true;
      });
      const present = await byId(id);
      if (isSaved) return present;
      const message = "Somebody else has changed this webhook meanwhile. Look and save again.";
      throw new AppError("webhook/changed", message, { details: { present } });
    },
    renewSecret: async (id, { formerForMs, by }) => {
      const secret = newSecret();
      const at = now();
      await db.transaction().execute(async (trx) => {
        const { name, secret: former } = await requireWebhook(trx, id);
        const until = formerForMs === 0 ? null : at + formerForMs;
        await trx
          .updateTable("webhook")
          .set({
            secret: seal.seal(secret, sealedFor.webhook(id)),
            former_secret: until === null ? null : former,
            former_until: until,
            updated_at: at,
          })
          .where("id", "=", id)
          .execute();
        const after = { signing: "renewed", ...(until === null ? {} : { formerUntil: until }) };
        await recordChange(trx, { type: "webhook", id, name, at, by, before: { signing: "before" }, after });
      });
      return { secret, item: await byId(id) };
    },
    remove: async (id, by) => {
      await db.transaction().execute(async (trx) => {
        const row = await requireWebhook(trx, id);
        await trx.deleteFrom("webhook_delivery").where("webhook_id", "=", id).execute();
        await trx.deleteFrom("webhook").where("id", "=", id).execute();
        const change = { type: "webhook", id, name: row.name, at: now(), by };
        await recordChange(trx, { ...change, before: { ...toForm(row) } });
      });
    },
  };
}
