import {
  type ActivityField,
  type ActivityStatus,
  activityStatuses,
  type Locale,
  type LocalizedText,
  type Phase,
  phases,
  type TicketKind,
} from "../../contract/index.js";
import { type Db, toJson } from "../../store/index.js";

export { type ActivityStatus, activityStatuses, type Phase, phases };

interface Item {
  readonly id: string;
  /** Names it in exports and imports. */
  readonly key?: string | undefined;
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
  readonly samples: Readonly<Partial<Record<Locale, readonly string[] | undefined>>>;
}

interface Named {
  readonly id: string;
  readonly key?: string | undefined;
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

  async function save(write: (trx: Db) => Promise<void>): Promise<void> {
    await db.transaction().execute(write);
    changed();
  }

  return {
    saveCatalog: (catalog) => save((trx) => writeCatalog(trx, catalog)),
    saveService: (service) => save((trx) => writeService(trx, service)),
    saveActivity: (activity) => save((trx) => writeActivity(trx, activity)),
    saveOrigin: (origin) => save((trx) => writeNamed(trx, "origin", origin)),
    saveContract: (contract) => save((trx) => writeNamed(trx, "contract", contract)),
  };
}

export async function writeCatalog(trx: Db, catalog: CatalogToSave): Promise<void> {
  const row = { ...toRow(catalog), phase: catalog.phase };
  await trx
    .insertInto("catalog")
    .values({ id: catalog.id, ...row })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
  await link(trx, catalog);
}

export async function writeService(trx: Db, service: ServiceToSave): Promise<void> {
  const row = { ...toRow(service), phase: service.phase, catalog_id: service.catalogId };
  await trx
    .insertInto("service")
    .values({ id: service.id, ...row })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
  await link(trx, service);
}

export async function writeActivity(trx: Db, activity: ActivityToSave): Promise<void> {
  const row = {
    ...toRow(activity),
    service_id: activity.serviceId,
    kind: activity.kind,
    status: activity.status,
    group_id: activity.groupId ?? null,
    fields_json: toJson(activity.fields),
    samples_json: toJson(activity.samples),
  };
  await trx
    .insertInto("activity")
    .values({ id: activity.id, ...row })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
  await link(trx, activity);
}

export async function writeNamed(trx: Db, table: "origin" | "contract", named: Named): Promise<void> {
  const row = { name: named.name, key: named.key ?? null };
  await trx
    .insertInto(table)
    .values({ id: named.id, ...row })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
}

function toRow(item: Item) {
  return {
    name_json: toJson(item.name),
    description_json: toJson(item.description),
    via_chat: item.viaChat ? 1 : 0,
    position: item.position ?? 0,
    key: item.key ?? null,
  };
}

async function link(trx: Db, { id, groupIds }: Pick<Item, "id" | "groupIds">): Promise<void> {
  if (groupIds === undefined) return;
  await trx.deleteFrom("permitted_group").where("object_id", "=", id).execute();
  const links = [...new Set(groupIds)].map((groupId) => ({ object_id: id, group_id: groupId }));
  if (links.length > 0) await trx.insertInto("permitted_group").values(links).execute();
}
