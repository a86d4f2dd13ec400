import type { PortfolioType } from "../../contract/index.js";
import { activityStatuses, localizedTextSchema, phases } from "../../contract/index.js";
import { type Db, fromJson, type Row } from "../../store/index.js";
import { fieldsSchema, kindSchema, samplesSchema } from "../catalog/index.js";
import type { ItemOf, PortfolioItem } from "./item.js";

export interface StoredPortfolio {
  readonly items: readonly PortfolioItem[];
  /** The desk's groups, id to name. */
  readonly groups: ReadonlyMap<string, string>;
}

/** Everything, offered or not; items of one type stand in the order of their positions. */
export async function readItems(db: Db): Promise<StoredPortfolio> {
  const groups = await db.selectFrom("assignment_group").select(["id", "name"]).orderBy("name").execute();
  const linked = await readLinks(db);
  const origins = await db.selectFrom("origin").selectAll().orderBy("name").execute();
  const contracts = await db.selectFrom("contract").selectAll().orderBy("name").execute();
  const catalogs = await inOrder(db, "catalog");
  const services = await inOrder(db, "service");
  const activities = await inOrder(db, "activity");
  return {
    groups: new Map(groups.map(({ id, name }) => [id, name])),
    items: [
      ...origins.map((row) => toNamed("origin", row)),
      ...contracts.map((row) => toNamed("contract", row)),
      ...catalogs.map((row) => toCatalog(row, linked)),
      ...services.map((row) => toService(row, linked)),
      ...activities.map((row) => toActivity(row, linked)),
    ],
  };
}

/** The lists of the items by their type. */
export function itemsOf<T extends PortfolioType>(items: Iterable<PortfolioItem>, type: T): ItemOf<T>[] {
  return [...items].filter((item): item is ItemOf<T> => item.type === type);
}

type Links = ReadonlyMap<string, string[]>;

async function readLinks(db: Db): Promise<Links> {
  const links = new Map<string, string[]>();
  const rows = await db.selectFrom("permitted_group").selectAll().orderBy("group_id").execute();
  for (const { object_id, group_id } of rows) {
    links.set(object_id, [...(links.get(object_id) ?? []), group_id]);
  }
  return links;
}

function inOrder<T extends "catalog" | "service" | "activity">(db: Db, table: T): Promise<Row<T>[]>;
function inOrder(db: Db, table: "catalog" | "service" | "activity") {
  return db.selectFrom(table).selectAll().orderBy("position").orderBy("id").execute();
}

function toNamed<T extends "origin" | "contract">(type: T, row: Row<"origin">) {
  return { type, id: row.id, form: { ...keyed(row), name: row.name } };
}

function toCatalog(row: Row<"catalog">, links: Links): ItemOf<"catalog"> {
  return { type: "catalog", id: row.id, form: { ...toForm(row, links), phase: toPhase(row.phase) } };
}

function toService(row: Row<"service">, links: Links): ItemOf<"service"> {
  const form = { ...toForm(row, links), phase: toPhase(row.phase), catalogId: row.catalog_id };
  return { type: "service", id: row.id, form };
}

function toActivity(row: Row<"activity">, links: Links): ItemOf<"activity"> {
  const form = {
    ...toForm(row, links),
    serviceId: row.service_id,
    kind: kindSchema.parse(row.kind),
    status: activityStatuses.find((status) => status === row.status) ?? "inactive",
    ...(row.group_id === null ? {} : { groupId: row.group_id }),
    fields: fromJson(fieldsSchema, row.fields_json),
    samples: fromJson(samplesSchema, row.samples_json),
  };
  return { type: "activity", id: row.id, form };
}

function toForm(row: Row<"catalog" | "service" | "activity">, links: Links) {
  return {
    ...keyed(row),
    name: fromJson(localizedTextSchema, row.name_json),
    description: fromJson(localizedTextSchema, row.description_json),
    viaChat: row.via_chat === 1,
    position: row.position,
    groupIds: links.get(row.id) ?? [],
  };
}

function keyed({ key }: { readonly key: string | null }) {
  return key === null ? {} : { key };
}

/** A phase nobody knows is not offered, and is shown so. */
function toPhase(text: string) {
  return phases.find((phase) => phase === text) ?? "obsolete";
}
