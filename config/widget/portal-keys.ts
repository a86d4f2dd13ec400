import { randomBytes } from "node:crypto";
import type { WidgetKeyEntry } from "../../contract/index.js";
import { type Db, newId, recordChange } from "../../store/index.js";
import type { Seal } from "../seal.js";
import { sealedFor } from "../sealed-columns.js";
import { widgetObject } from "./widget-rows.js";

/** The secrets that portals sign identities with. */
export interface PortalKeys {
  list(): Promise<WidgetKeyEntry[]>;
  make(wish: { readonly formerForMs: number; readonly by: string }): Promise<{ readonly secret: string }>;
  secrets(): Promise<string[]>;
}

export function createPortalKeys(db: Db, now: () => number, seal: Seal): PortalKeys {
  const valid = () =>
    db
      .selectFrom("widget_key")
      .selectAll()
      .where(({ or, eb }) => or([eb("ends_at", "is", null), eb("ends_at", ">", now())]))
      .orderBy("id", "desc");
  return {
    list: async () =>
      (await valid().execute()).map(({ id, created_at: createdAt, ends_at }) => ({
        id,
        createdAt,
        ...(ends_at === null ? {} : { endsAt: ends_at }),
      })),
    secrets: async () =>
      (await valid().execute()).map(({ id, secret }) => seal.open(secret, sealedFor.portalKey(id))),
    make: async ({ formerForMs, by }) => {
      const at = now();
      const key = { id: newId(), secret: randomBytes(32).toString("base64url"), created_at: at };
      await db.transaction().execute(async (trx) => {
        await trx.deleteFrom("widget_key").where("ends_at", "<=", at).execute();
        // None is given a longer life than it had.
        await trx
          .updateTable("widget_key")
          .set({ ends_at: at + formerForMs })
          .where(({ or, eb }) => or([eb("ends_at", "is", null), eb("ends_at", ">", at + formerForMs)]))
          .execute();
        const sealed = seal.seal(key.secret, sealedFor.portalKey(key.id));
        await trx
          .insertInto("widget_key")
          .values({ ...key, secret: sealed })
          .execute();
        const after = { signingKey: key.id, formerKeyUntil: new Date(at + formerForMs).toISOString() };
        await recordChange(trx, { ...widgetObject, before: {}, after, at, by });
      });
      return { secret: key.secret };
    },
  };
}
