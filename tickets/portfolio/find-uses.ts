import type { Db } from "../../store/index.js";
import { nameOf, type PortfolioItem } from "./item.js";
import type { PortfolioState } from "./state.js";

/** Who would miss an item: how many, and the names of the first of them where they have names. */
export interface Use {
  readonly by: "services" | "activities" | "tickets" | "parameters";
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
  if (type === "catalog" || type === "service") return 0;
  const column = ({ origin: "origin_id", contract: "contract_id", activity: "activity_id" } as const)[type];
  const row = await trx
    .selectFrom("ticket")
    .select(({ fn }) => fn.countAll<number | string>().as("count"))
    .where(column, "=", id)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Parameters hold ids as their values: 118, 315, 317 and the like. */
async function parametersOf(trx: Db, { id }: PortfolioItem): Promise<string[]> {
  const rows = await trx.selectFrom("parameter").select("number").where("value", "=", id).execute();
  return rows.map(({ number }) => String(number));
}
