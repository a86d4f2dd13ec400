import type { Db } from "../../store/index.js";
import { readAgreements, readOfferings, readRules } from "../agreements/index.js";
import { nameOf, type PortfolioItem } from "./item.js";
import type { PortfolioState } from "./state.js";

/** Who would miss an item: how many, and the names of the first of them where they have names. */
export interface Use {
  readonly by:
    | "services"
    | "activities"
    | "tickets"
    | "parameters"
    | "agreements"
    | "offerings"
    | "agreement rules";
  readonly count: number;
  readonly names: readonly string[];
}

const namesMax = 5;

export async function findUses(trx: Db, item: PortfolioItem, state: PortfolioState): Promise<Use[]> {
  const uses = [
    named("services", item.type === "catalog" ? servicesOf(item.id, state) : []),
    named("activities", item.type === "service" ? activitiesOf(item.id, state) : []),
    { by: "tickets" as const, count: await countTickets(trx, item), names: [] },
    named("parameters", await parametersOf(trx, item)),
    ...(await usesOfAgreements(trx, item, state)),
  ];
  return uses.filter(({ count }) => count > 0);
}

function named(by: Use["by"], names: readonly string[]): Use {
  return { by, count: names.length, names: names.slice(0, namesMax) };
}

function servicesOf(catalogId: string, state: PortfolioState): string[] {
  return state
    .all("service")
    .filter(({ form }) => form.catalogId === catalogId)
    .map(nameOf);
}

function activitiesOf(serviceId: string, state: PortfolioState): string[] {
  return state
    .all("activity")
    .filter(({ form }) => form.serviceId === serviceId)
    .map(nameOf);
}

async function countTickets(trx: Db, { type, id }: PortfolioItem): Promise<number> {
  if (type === "catalog") return 0;
  const columns = {
    origin: "origin_id",
    contract: "contract_id",
    service: "service_id",
    activity: "activity_id",
  } as const;
  const row = await trx
    .selectFrom("ticket")
    .select(({ fn }) => fn.countAll<number | string>().as("count"))
    .where(columns[type], "=", id)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Parameters hold ids as their values: 118, 315, 317 and the like. */
async function parametersOf(trx: Db, { id }: PortfolioItem): Promise<string[]> {
  const rows = await trx.selectFrom("parameter").select("number").where("value", "=", id).execute();
  return rows.map(({ number }) => String(number));
}

/** Agreements cover services, offerings belong to activities, and rules may name both (S3-7 … S3-9). */
async function usesOfAgreements(trx: Db, { type, id }: PortfolioItem, state: PortfolioState): Promise<Use[]> {
  if (type !== "service" && type !== "activity") return [];
  const [agreements, offerings, { rules }] = [
    await readAgreements(trx),
    await readOfferings(trx),
    await readRules(trx),
  ];
  const nameOfActivity = (activityId: string) => {
    const activity = state.find("activity", activityId);
    return activity === undefined ? activityId : nameOf(activity);
  };
  const isNamed = ({ field, values }: (typeof rules)[number]["conditions"][number]) =>
    field === type && values.some((value) => value === id);
  return [
    named(
      "agreements",
      agreements.filter(({ serviceIds }) => serviceIds.includes(id)).map(({ name }) => name),
    ),
    named(
      "offerings",
      offerings
        .filter(({ activityId, defaultServiceId }) => activityId === id || defaultServiceId === id)
        .map(({ activityId }) => nameOfActivity(activityId)),
    ),
    named(
      "agreement rules",
      rules.filter(({ conditions }) => conditions.some(isNamed)).map(({ name }) => name),
    ),
  ];
}
