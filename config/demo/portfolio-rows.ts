import { type NewRow, toJson } from "../../store/index.js";
import { demoDesk } from "./desk.js";
import type { DemoActivity, DemoCatalog } from "./shapes.js";

export interface PortfolioRows {
  readonly catalogs: NewRow<"catalog">[];
  readonly services: NewRow<"service">[];
  readonly activities: NewRow<"activity">[];
}

/** Catalogs, services and activities as they stand in the store, all offered by chat (S0-4, S0-8). */
export function portfolioRows(): PortfolioRows {
  const rows: PortfolioRows = { catalogs: [], services: [], activities: [] };
  for (const catalog of demoDesk.catalogs) {
    rows.catalogs.push({ ...offered(catalog, rows.catalogs.length), id: catalog.id });
    for (const service of catalog.services) {
      rows.services.push({
        ...offered(service, rows.services.length),
        id: service.id,
        catalog_id: catalog.id,
      });
      for (const activity of service.activities)
        rows.activities.push(activityRow(activity, service.id, rows));
    }
  }
  return rows;
}

function described({ name, description }: Pick<DemoCatalog, "name" | "description">) {
  return { name_json: toJson(name), description_json: toJson(description) };
}

function offered(item: Pick<DemoCatalog, "name" | "description">, position: number) {
  return { ...described(item), phase: "catalog", via_chat: 1, position };
}

function activityRow(activity: DemoActivity, serviceId: string, rows: PortfolioRows): NewRow<"activity"> {
  return {
    ...described(activity),
    id: activity.id,
    service_id: serviceId,
    kind: activity.kind,
    status: "active",
    via_chat: 1,
    group_id: activity.groupId,
    fields_json: toJson(activity.fields),
    samples_json: toJson(activity.samples),
    position: rows.activities.length,
  };
}
