import { z } from "zod";
import {
  type ActivityField,
  activityFieldSchema,
  type LocalizedText,
  locales,
  localizedTextSchema,
  ticketKinds,
} from "../../contract/index.js";
import { type Db, fromJson, type Row } from "../../store/index.js";

export const fieldsSchema = z.array(activityFieldSchema);
export const samplesSchema = z.partialRecord(z.enum(locales), z.array(z.string()));
export const nameSchema = localizedTextSchema;
export const kindSchema = z.enum(ticketKinds);

export interface PortfolioActivity {
  readonly id: string;
  readonly serviceId: string;
  readonly catalogId: string;
  readonly kind: z.infer<typeof kindSchema>;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  readonly fields: ActivityField[];
  readonly samples: z.infer<typeof samplesSchema>;
  /** The group that works on its tickets. */
  readonly groupId: string | undefined;
}

interface PortfolioService {
  readonly id: string;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  readonly activities: readonly PortfolioActivity[];
}

interface PortfolioCatalog {
  readonly id: string;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  readonly services: readonly PortfolioService[];
}

/** What is offered by chat, before anybody's permissions. */
export interface Portfolio {
  readonly catalogs: readonly PortfolioCatalog[];
  readonly activities: ReadonlyMap<string, PortfolioActivity>;
  /** The groups linked to a catalog, service or activity. */
  readonly permitted: ReadonlyMap<string, ReadonlySet<string>>;
  /** The groups whose members may open tickets by chat (S0-6). */
  readonly chatGroups: ReadonlySet<string>;
}

/** What the portfolio is made of. */
interface PortfolioRows {
  readonly catalogs: readonly Row<"catalog">[];
  readonly services: readonly Row<"service">[];
  readonly activities: readonly Row<"activity">[];
  readonly permitted: readonly Row<"permitted_group">[];
  readonly chatGroups: readonly { readonly id: string }[];
}

/**
 * Reads what is "available via chat" on all three levels (S0-4), in phase "catalog", with active activities (S0-8), in
 * the order of their positions. As long as nothing has changed the answer is the same portfolio: rows are compared,
 * which costs little, and what they hold is parsed once.
 */
export function createPortfolioReader(db: Db): () => Promise<Portfolio> {
  let known: { readonly rows: PortfolioRows; readonly portfolio: Portfolio } | undefined;
  return async () => {
    const rows = await readRows(db);
    if (known === undefined || !isSame(rows, known.rows)) known = { rows, portfolio: toPortfolio(rows) };
    return known.portfolio;
  };
}

async function readRows(db: Db): Promise<PortfolioRows> {
  return {
    catalogs: await offered(db, "catalog"),
    services: await offered(db, "service"),
    activities: await db
      .selectFrom("activity")
      .selectAll()
      .where("via_chat", "=", 1)
      .where("status", "=", "active")
      .orderBy("position")
      .orderBy("id")
      .execute(),
    permitted: await db
      .selectFrom("permitted_group")
      .selectAll()
      .where("object_id", "in", (eb) =>
        eb
          .selectFrom("catalog")
          .select("id")
          .unionAll(eb.selectFrom("service").select("id"))
          .unionAll(eb.selectFrom("activity").select("id")),
      )
      .orderBy("object_id")
      .orderBy("group_id")
      .execute(),
    chatGroups: await db
      .selectFrom("assignment_group")
      .select("id")
      .where("chat_requester", "=", 1)
      .orderBy("id")
      .execute(),
  };
}

function toPortfolio({ catalogs, services, activities, permitted, chatGroups }: PortfolioRows): Portfolio {
  const tree = catalogs.map((catalog) => ({
    ...described(catalog),
    services: services
      .filter((service) => service.catalog_id === catalog.id)
      .map((service) => ({
        ...described(service),
        activities: activities
          .filter((activity) => activity.service_id === service.id)
          .map((activity) => toActivity(activity, catalog.id)),
      })),
  }));
  const all = tree.flatMap((catalog) => catalog.services.flatMap((service) => service.activities));
  return {
    catalogs: tree,
    activities: new Map(all.map((activity) => [activity.id, activity])),
    permitted: toPermitted(permitted),
    chatGroups: new Set(chatGroups.map(({ id }) => id)),
  };
}

function offered<T extends "catalog" | "service">(db: Db, table: T): Promise<Row<T>[]>;
function offered(db: Db, table: "catalog" | "service") {
  return db
    .selectFrom(table)
    .selectAll()
    .where("via_chat", "=", 1)
    .where("phase", "=", "catalog")
    .orderBy("position")
    .orderBy("id")
    .execute();
}

function described(row: {
  readonly id: string;
  readonly name_json: string;
  readonly description_json: string;
}) {
  return {
    id: row.id,
    name: fromJson(localizedTextSchema, row.name_json),
    description: fromJson(localizedTextSchema, row.description_json),
  };
}

function toActivity(row: Row<"activity">, catalogId: string): PortfolioActivity {
  return {
    ...described(row),
    serviceId: row.service_id,
    catalogId,
    kind: kindSchema.parse(row.kind),
    fields: fromJson(fieldsSchema, row.fields_json),
    samples: fromJson(samplesSchema, row.samples_json),
    groupId: row.group_id ?? undefined,
  };
}

function toPermitted(links: readonly Row<"permitted_group">[]): Map<string, Set<string>> {
  const permitted = new Map<string, Set<string>>();
  for (const { object_id: objectId, group_id: groupId } of links) {
    permitted.set(objectId, (permitted.get(objectId) ?? new Set()).add(groupId));
  }
  return permitted;
}

function isSame(one: PortfolioRows, other: PortfolioRows): boolean {
  return (
    isSameList(one.catalogs, other.catalogs) &&
    isSameList(one.services, other.services) &&
    isSameList(one.activities, other.activities) &&
    isSameList(one.permitted, other.permitted) &&
    isSameList(one.chatGroups, other.chatGroups)
  );
}

function isSameList<T extends object>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((row, at) => isSameRow(row, other[at]));
}

function isSameRow<T extends object>(one: T, other: T | undefined): boolean {
  if (other === undefined) return false;
  for (const column in one) if (one[column] !== other[column]) return false;
  return true;
}
