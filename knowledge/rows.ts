import { z } from "zod";
import { articleStates, localeSchema, visibilities } from "../contract/index.js";
import { fromJson, type NewRow, type Row, type Store, toJson } from "../store/index.js";
import type { ParsedDraft, StoredArticle } from "./article.js";

/** What is left of a removed article: its id, so that every node's index hears that it went. */
export const removedState = "removed";

const guardSchema = z.object({
  visibility: z.enum(visibilities),
  state: z.enum(articleStates),
});
const tagsSchema = z.array(z.string());

export function toArticle(row: Row<"article">, groupIds: readonly string[]): StoredArticle {
  return {
    ...toGuarded(row, groupIds),
    language: localeSchema.parse(row.language),
    id: row.id,
    title: row.title,
    body: row.body,
    tags: fromJson(tagsSchema, row.tags_json),
    version: row.version,
    translationKey: row.translation_key ?? undefined,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** Who may read the article of a row. */
export function toGuarded(
  row: Pick<Row<"article">, "visibility" | "state" | "folder" | "author_id" | "expires_at">,
  groupIds: readonly string[],
) {
  return {
    ...guardSchema.parse(row),
    folder: row.folder,
    groupIds: [...groupIds],
    authorId: row.author_id ?? undefined,
    expiresAt: row.expires_at ?? undefined,
  };
}

/** The columns that a draft fills. */
export function toColumns(draft: ParsedDraft) {
  return {
    language: draft.language,
    title: draft.title,
    body: draft.body,
    folder: draft.folder,
    visibility: draft.visibility,
    state: draft.state,
    tags_json: toJson(draft.tags),
    author_id: draft.authorId ?? null,
    expires_at: draft.expiresAt ?? null,
  } satisfies Partial<NewRow<"article">>;
}

/** The groups linked to each of these articles. */
export async function groupsOf(
  db: Pick<Store["db"], "selectFrom">,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  const groups = new Map<string, string[]>();
  if (ids.length === 0) return groups;
  const rows = await db
    .selectFrom("permitted_group")
    .selectAll()
    .where("object_id", "in", ids)
    .orderBy("group_id")
    .execute();
  for (const row of rows) groups.set(row.object_id, [...(groups.get(row.object_id) ?? []), row.group_id]);
  return groups;
}

/** Makes these the only groups linked to each of the articles. */
export async function linkGroups(
  db: Pick<Store["db"], "insertInto" | "deleteFrom">,
  links: readonly { readonly id: string; readonly groupIds: readonly string[] }[],
): Promise<void> {
  if (links.length === 0) return;
  const ids = links.map((link) => link.id);
  await db.deleteFrom("permitted_group").where("object_id", "in", ids).execute();
  const rows = links.flatMap(({ id, groupIds }) =>
    [...new Set(groupIds)].map((groupId) => ({ object_id: id, group_id: groupId })),
  );
  if (rows.length > 0) await db.insertInto("permitted_group").values(rows).execute();
}
