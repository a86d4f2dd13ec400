import { fold, type OfferedActivity } from "../bot/index.js";
import type { Catalog } from "../contract/index.js";

/** The activities of catalogs, their names folded; worked out once for all who are offered the same. */
export function createOffered(): (catalogs: readonly Catalog[]) => readonly OfferedActivity[] {
  const known = new WeakMap<readonly Catalog[], readonly OfferedActivity[]>();
  return (catalogs) => {
    const found =
      known.get(catalogs) ??
      catalogs.flatMap(({ services }) =>
        services.flatMap(({ activities }) =>
          activities.map((activity) => ({ ...activity, folded: fold(activity.name) })),
        ),
      );
    known.set(catalogs, found);
    return found;
  };
}
