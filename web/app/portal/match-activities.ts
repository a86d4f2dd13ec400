import type { Activity, Catalog } from "../../../contract/ticket.js";

export interface FoundActivity {
  readonly activity: Activity;
  readonly catalogId: string;
  /** Where it stands: catalog and service. */
  readonly path: string;
}

/** Activities whose name or place has every word that was typed, as a beginning of one of theirs. */
export function matchActivities(catalogs: readonly Catalog[], query: string): FoundActivity[] {
  const wanted = toWords(query);
  if (wanted.length === 0) return [];
  return listActivities(catalogs).filter(({ activity, path }) => {
    const words = toWords(`${activity.name} ${activity.description} ${path}`);
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  });
}

function listActivities(catalogs: readonly Catalog[]): FoundActivity[] {
  return catalogs.flatMap(({ id, name, services }) =>
    services.flatMap((service) =>
      service.activities.map((activity) => ({ activity, catalogId: id, path: `${name} › ${service.name}` })),
    ),
  );
}

/** Without accents and case, so that "impressao" finds "Impressão". */
function toWords(text: string): string[] {
  const plain = text
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase();
  return plain.split(/[^\p{Letter}\p{Number}]+/u).filter(Boolean);
}
