import { inLocale, type Locale } from "../../../../contract/locale.js";
import type { AdminPortfolio } from "../../../../contract/portfolio.js";

type Catalog = AdminPortfolio["catalogs"][number];
type Service = AdminPortfolio["services"][number];
type Activity = AdminPortfolio["activities"][number];

export interface Branch {
  readonly catalog: Catalog;
  readonly services: readonly { readonly service: Service; readonly activities: readonly Activity[] }[];
}

/**
 * The portfolio as a tree. A search keeps what has all its words in its name (in any language), description or
 * key, with what it stands in and all it holds.
 */
export function toTree({ catalogs, services, activities }: AdminPortfolio, search: string): Branch[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  const fits = (item: Catalog | Service | Activity) => words.every((word) => textOf(item).includes(word));
  return catalogs.flatMap((catalog) => {
    const isWhole = fits(catalog);
    const branches = services
      .filter((service) => service.catalogId === catalog.id)
      .flatMap((service) => {
        const all = activities.filter((activity) => activity.serviceId === service.id);
        if (isWhole || fits(service)) return [{ service, activities: all }];
        const some = all.filter(fits);
        return some.length === 0 ? [] : [{ service, activities: some }];
      });
    return isWhole || branches.length > 0 ? [{ catalog, services: branches }] : [];
  });
}

export function nameIn(item: { readonly name: Catalog["name"] }, locale: Locale): string {
  return inLocale(item.name, locale);
}

function textOf({ name, description, key = "" }: Catalog | Service | Activity): string {
  return fold([...Object.values(name), ...Object.values(description), key].join(" "));
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
