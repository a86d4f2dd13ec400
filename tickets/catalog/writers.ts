import type { ActivityField, Locale, LocalizedText, TicketKind } from "../../contract/index.js";
import { type Db, toJson } from "../../store/index.js";

export const phases = ["pipeline", "catalog", "obsolete"] as const;
export type Phase = (typeof phases)[number];
export const activityStatuses = ["active", "under-analysis", "in-creation", "in-design", "inactive"] as const;
export type ActivityStatus = (typeof activityStatuses)[number];

interface Item {
  readonly id: string;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  readonly viaChat: boolean;
  readonly position?: number | undefined;
  /** The groups linked to it; left as they are when absent. */
  readonly groupIds?: readonly string[] | undefined;
}

export interface CatalogToSave extends Item {
  readonly phase: Phase;
}

export interface ServiceToSave extends Item {
  readonly catalogId: string;
  readonly phase: Phase;
}

export interface ActivityToSave extends Item {
  readonly serviceId: string;
  readonly kind: TicketKind;
  readonly status: ActivityStatus;
  /** The group that works on its tickets. */
  readonly groupId?: string | undefined;
  readonly fields: readonly ActivityField[];
  readonly samples: Readonly<Partial<Record<Locale, readonly string[]>>>;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Each makes the object with that id, or brings it to what is given. */
export interface CatalogWriters {
  saveCatalog(catalog: CatalogToSave): Promise<void>;
  saveService(service: ServiceToSave): Promise<void>;
  saveActivity(activity: ActivityToSave): Promise<void>;
  saveOrigin(origin: Named): Promise<void>;
  saveContract(contract: Named): Promise<void>;
}

export function createCatalogWriters(options: {
  readonly db: Db;
  /** Told after each save. */
  readonly changed: () => void;
}): CatalogWriters {
  const { db, changed } = options;

  async function save(item: Item | Named, upsert: (trx: Db) => Promise<unknown>): Promise<void> {
    await db.transaction().execute(async (trx) => {
      await upsert(trx);
      if ("groupIds" in item && item.groupIds !== undefined) await link(trx, item.id, item.groupIds);
    });
    changed();
  }

  return {
    saveCatalog: (catalog) => {
      const row = { ...toRow(catalog), phase: catalog.phase };
      return save(catalog, (trx) =>
        trx
          .insertInto("catalog")
          .values({ id: catalog.id, ...row })
          .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
          .execute(),
      );
    },
    saveService: (service) => {
      const row = { ...toRow(service), phase: service.phase, catalog_id: service.catalogId };
      return save(service, (trx) =>
        trx
          .insertInto("service")
          .values({ id: service.id, ...row })
          .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
          .execute(),
      );
    },
    saveActivity: (activity) => {
      const row = toActivityRow(activity);
      return save(activity, (trx) =>
        trx
          .insertInto("activity")
          .values({ id: activity.id, ...row })
          .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
          .execute(),
      );
    },
    saveOrigin: (origin) => save(origin, (trx) => saveNamed(trx, "origin", origin)),
    saveContract: (contract) => save(contract, (trx) => saveNamed(trx, "contract", contract)),
  };
}

function toRow(item: Item) {
  return {
    name_json: toJson(item.name),
    description_json: toJson(item.description),
    via_chat: item.viaChat ? 1 : 0,
    position: item.position ?? 0,
  };
}

function toActivityRow(activity: ActivityToSave) {
  return {
    ...toRow(activity),
    service_id: activity.serviceId,
    kind: activity.kind,
    status: activity.status,
    group_id: activity.groupId ?? null,
    fields_json: toJson(activity.fields),
    samples_json: toJson(activity.samples),
  };
}

async function saveNamed(trx: Db, table: "origin" | "contract", { id, name }: Named): Promise<void> {
  await trx
    .insertInto(table)
    .values({ id, name })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ name }))
    .execute();
}

async function link(trx: Db, objectId: string, groupIds: readonly string[]): Promise<void> {
  await trx.deleteFrom("permitted_group").where("object_id", "=", objectId).execute();
  const links = [...new Set(groupIds)].map((groupId) => ({ object_id: objectId, group_id: groupId }));
  if (links.length > 0) await trx.insertInto("permitted_group").values(links).execute();
}
