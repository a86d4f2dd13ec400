import { createHash } from "node:crypto";
import { sql } from "kysely";
import { newId, type Store } from "../store/index.js";
import type { ParsedDraft } from "./article.js";
import { linkGroups, toColumns } from "./rows.js";
import { keepVersions } from "./versions.js";

/** An article that came from somewhere: `source` names the place and never changes, the rest may. */
export interface SourcedDraft {
  readonly source: string;
  readonly draft: ParsedDraft;
}

export type SourcedOutcome = "taken" | "updated" | "unchanged";

export interface SourcedResult {
  readonly source: string;
  readonly outcome: SourcedOutcome;
  /** Absent when only compared. */
  readonly id?: string;
}

interface Known {
  readonly source: string | null;
  readonly source_hash: string | null;
}

/** What `saveSourced` would do with each, without doing it. */
export async function compareSourced(store: Store, batch: readonly SourcedDraft[]): Promise<SourcedResult[]> {
  const known = await knownSources(store.db, batch);
  return batch.map((one) => ({ source: one.source, outcome: compare(one, known.get(one.source)) }));
}

/**
 * Takes a batch in one transaction: a source not seen before becomes an article, one whose content changed updates
 * its article, one that is as it was at its last import is left alone, also when a person edited the article since.
 */
export async function saveSourced(
  store: Store,
  batch: readonly SourcedDraft[],
  at: number,
): Promise<SourcedResult[]> {
  return store.db.transaction().execute(async (trx) => {
    const known = await knownSources(trx, batch);
    const results = batch.map((one) => ({
      source: one.source,
      outcome: compare(one, known.get(one.source)),
    }));
    const changed = batch.filter((_, index) => results[index]?.outcome !== "unchanged");
    await keepVersions(trx, (article) =>
      article.where("source", "in", ["", ...changed.map(({ source }) => source)]),
    );
    const ids = await upsert(trx, changed, at);
    await linkGroups(
      trx,
      changed.map((one) => ({ id: ids.get(one.source) ?? "", groupIds: one.draft.groupIds })),
    );
    return results.map((result) => {
      const id = ids.get(result.source);
      return id === undefined ? result : { ...result, id };
    });
  });
}

/** Every source kept under this prefix whose article has not been taken back yet. */
export async function sourcesUnder(store: Store, prefix: string): Promise<string[]> {
  const rows = await store.db
    .selectFrom("article")
    .select("source")
    .where(underPrefix(prefix))
    .where("source_hash", "is not", null)
    .execute();
  return rows.flatMap((row) => row.source ?? []);
}

/** Expires the articles of these sources and answers their ids; should a source come back, it is published again. */
export async function expireSources(store: Store, sources: readonly string[], at: number): Promise<string[]> {
  if (sources.length === 0) return [];
  const rows = await store.db
    .updateTable("article")
    .set({ state: "expired", source_hash: null, updated_at: laterThanBefore(at) })
    .where("source", "in", sources)
    .returning("id")
    .execute();
  return rows.map((row) => row.id);
}

/** Now, or one more than before where the clock stood still: whoever follows the changes must see each of them. */
export function laterThanBefore(at: number) {
  return sql<number>`case when article.updated_at >= ${at} then article.updated_at + 1 else ${at} end`;
}

export const nextVersion = sql<number>`article.version + 1`;

function underPrefix(prefix: string) {
  const chars = [...prefix].length;
  return sql<boolean>`substr(source, 1, ${sql.lit(chars)}) = ${prefix}`;
}

async function knownSources(
  db: Pick<Store["db"], "selectFrom">,
  batch: readonly SourcedDraft[],
): Promise<Map<string, Known>> {
  if (batch.length === 0) return new Map();
  const sources = batch.map((one) => one.source);
  const rows = await db
    .selectFrom("article")
    .select(["source", "source_hash"])
    .where("source", "in", sources)
    .execute();
  return new Map(rows.map((row) => [row.source ?? "", row]));
}

function compare(one: SourcedDraft, known: Known | undefined): SourcedOutcome {
  if (known === undefined) return "taken";
  return known.source_hash === contentHash(one.draft) ? "unchanged" : "updated";
}

async function upsert(
  db: Pick<Store["db"], "insertInto">,
  batch: readonly SourcedDraft[],
  at: number,
): Promise<Map<string, string>> {
  if (batch.length === 0) return new Map();
  const rows = await db
    .insertInto("article")
    .values(batch.map((one) => toRow(one, at)))
    .onConflict((conflict) =>
      conflict.column("source").doUpdateSet((eb) => ({
        ...Object.fromEntries(updatedColumns.map((column) => [column, eb.ref(`excluded.${column}`)])),
        version: nextVersion,
        updated_at: laterThanBefore(at),
      })),
    )
    .returning(["id", "source"])
    .execute();
  return new Map(rows.map((row) => [row.source ?? "", row.id]));
}

const updatedColumns = [
  "language",
  "title",
  "body",
  "folder",
  "visibility",
  "state",
  "tags_json",
  "expires_at",
  "source_hash",
] as const;

function toRow({ source, draft }: SourcedDraft, at: number) {
  return {
    ...toColumns(draft),
    id: newId(),
    source,
    source_hash: contentHash(draft),
    created_at: at,
    updated_at: at,
  };
}

/** Over everything an import decides, so that other options for the same file update it too. */
function contentHash({ authorId: _, ...draft }: ParsedDraft): string {
  const entries = Object.entries(draft).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(entries)).digest("hex");
}
