import { locales } from "../../contract/index.js";
import { createNameFinder, type DeskNames, type FindDeskNames } from "../../nlp/index.js";
import type { ActivityCatalog } from "../../tickets/index.js";

/** Devices and programs that a sentence names, of those the portfolio speaks of. */
export type ReadDeskNames = (sentence: string) => Promise<DeskNames>;

/** The names of a portfolio change rarely, and to be a minute late costs no more than a question. */
const trustMs = 60_000;

export function createDeskNames({
  catalog,
  now,
}: {
  readonly catalog: Pick<ActivityCatalog, "activities">;
  readonly now: () => number;
}): ReadDeskNames {
  let known: { readonly find: FindDeskNames; readonly at: number } | undefined;
  return async (sentence) => {
    if (known === undefined || Math.abs(now() - known.at) >= trustMs) {
      const activities = await catalog.activities();
      const texts = activities.flatMap(({ name, description, samples }) =>
        locales.flatMap((locale) => [
          name[locale] ?? "",
          description[locale] ?? "",
          ...(samples[locale] ?? []),
        ]),
      );
      known = { find: createNameFinder(texts), at: now() };
    }
    return known.find(sentence);
  };
}
