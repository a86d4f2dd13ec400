import { type Db, recordChange } from "../../store/index.js";
import { writeActivity, writeCatalog, writeNamed, writeService } from "../catalog/index.js";
import { type ItemOf, nameOf, type PortfolioItem } from "./item.js";
import type { PortfolioState } from "./state.js";

export interface Author {
  readonly by: string;
  readonly at: number;
}

export type WriteOutcome = "created" | "updated" | "unchanged";

/**
 * Writes an item that has been checked, and the line of who did it (S0-24). A group taken from a catalog is taken from
 * its services too, which may link only groups of their catalog (S0-5).
 */
export async function writeItem(
  trx: Db,
  item: PortfolioItem,
  context: Author & { readonly state: PortfolioState },
): Promise<WriteOutcome> {
  const { state, at, by } = context;
  const before = state.find(item.type, item.id);
  const { type, id, form } = item;
  const change = { type, id, name: nameOf(item), before: before?.form, after: form };
  if (!(await recordChange(trx, { ...change, at, by }))) return "unchanged";
  await writeRow(trx, item);
  state.put(item);
  if (item.type === "catalog") await narrowServices(trx, item, context);
  return before === undefined ? "created" : "updated";
}

async function writeRow(trx: Db, item: PortfolioItem): Promise<void> {
  switch (item.type) {
    case "origin":
    case "contract":
      return writeNamed(trx, item.type, { id: item.id, ...item.form });
    case "catalog":
      return writeCatalog(trx, { id: item.id, ...item.form });
    case "service":
      return writeService(trx, { id: item.id, ...item.form });
    case "activity":
      return writeActivity(trx, { id: item.id, ...item.form });
  }
}

async function narrowServices(
  trx: Db,
  catalog: ItemOf<"catalog">,
  context: Author & { readonly state: PortfolioState },
): Promise<void> {
  const services = context.state.all("service").filter(({ form }) => form.catalogId === catalog.id);
  for (const service of services) {
    const groupIds = service.form.groupIds.filter((id) => catalog.form.groupIds.includes(id));
    await writeItem(trx, { ...service, form: { ...service.form, groupIds } }, context);
  }
}
