import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from "kysely";
import type { Folder } from "../contract/index.js";
import type { Tables } from "../store/index.js";
import type { Guarded } from "./article.js";
import { type Reader, rightsOf } from "./folders/index.js";

export type { Reader };

/**
 * Which articles this person may read now (S2-25): public, everybody; internal, members of a group linked to the
 * article or, where none is linked, who has permission on its folder; confidential, its author and the administrators
 * of its folder. Admins read what is internal. Only what is published and has not expired.
 * `createPermits` and `permittedTo` say the same, one for an index in memory, one for the database.
 */
export function createPermits(
  person: Reader,
  folders: ReadonlyMap<string, Folder>,
  nowMs: number,
): (article: Guarded) => boolean {
  const rightsOn = rightsOf(person, folders);
  return (article) => {
    if (article.state !== "published") return false;
    if (article.expiresAt !== undefined && article.expiresAt <= nowMs) return false;
    if (article.visibility === "public") return true;
    const { reads, administers } = rightsOn(article.folder ?? "");
    if (article.visibility === "confidential") return article.authorId === person.accountId || administers;
    if (person.role === "admin" || administers) return true;
    if (article.groupIds.length === 0) return reads;
    return article.groupIds.some((id) => person.groupIds.includes(id));
  };
}

type Builder = ExpressionBuilder<Tables, "article">;

/** The same rule as a condition of a query over `article`. */
export function permittedTo(person: Reader, nowMs: number) {
  return (eb: Builder): Expression<SqlBool> =>
    eb.and([
      eb("article.state", "=", "published"),
      eb.or([eb("article.expires_at", "is", null), eb("article.expires_at", ">", nowMs)]),
      mayKnow(eb, person),
    ]);
}

/** Whether a person may know of an article at all, in whatever state: for those who look after articles. */
export function mayKnow(eb: Builder, person: Reader): Expression<SqlBool> {
  const administers = foldersWhere(administersFolder(person));
  return eb.or([
    eb("article.visibility", "=", "public"),
    eb.and([
      eb("article.visibility", "=", "internal"),
      eb.or([...(person.role === "admin" ? [eb.lit(true)] : []), internal(eb, person), administers]),
    ]),
    eb.and([
      eb("article.visibility", "=", "confidential"),
      eb.or([eb("article.author_id", "=", person.accountId), administers]),
    ]),
  ]);
}

function internal(eb: Builder, person: Reader): Expression<SqlBool> {
  const links = eb
    .selectFrom("permitted_group")
    .select("permitted_group.group_id")
    .whereRef("permitted_group.object_id", "=", "article.id");
  const mine =
    person.groupIds.length === 0
      ? []
      : [eb.exists(links.where("permitted_group.group_id", "in", person.groupIds))];
  return eb.or([...mine, eb.and([eb.not(eb.exists(links)), foldersWhere(readsFolder(person))])]);
}

/** Judges each folder once, not each article. */
function foldersWhere(condition: RawBuilder<SqlBool>): RawBuilder<SqlBool> {
  return sql<SqlBool>`article.folder in (
    select used.path from (select distinct folder as path from article) used where ${condition})`;
}

function readsFolder(person: Reader): RawBuilder<SqlBool> {
  const nearest = nearestOf(sql<SqlBool>`near.readers <> 'inherit'`);
  if (person.guest) {
    return sql<SqlBool>`exists (
      select 1 from article_folder decides where decides.id = (${nearest}) and ${isNamed(person, "read")})`;
  }
  return sql<SqlBool>`(not exists (${nearest}) or exists (
    select 1 from article_folder decides where decides.id = (${nearest})
    and (decides.readers = 'everyone' or ${isNamed(person, "read")})))`;
}

function administersFolder(person: Reader): RawBuilder<SqlBool> {
  const names = sql<SqlBool>`exists (select 1 from folder_grant named
    where named.folder_id = near.id and named.purpose = 'administer')`;
  return sql<SqlBool>`exists (select 1 from article_folder decides
    where decides.id = (${nearestOf(names)}) and ${isNamed(person, "administer")})`;
}

/** The folder nearest to `used.path`, itself or above it, for which the condition on `near` holds. */
function nearestOf(condition: RawBuilder<SqlBool>): RawBuilder<unknown> {
  return sql`select near.id from article_folder near
    where (near.path = '' or near.path = used.path
      or substr(used.path, 1, length(near.path) + 1) = near.path || '/') and ${condition}
    order by length(near.path) desc limit 1`;
}

function isNamed(person: Reader, purpose: "read" | "administer"): RawBuilder<SqlBool> {
  const { role, accountId, groupIds, guest } = person;
  const hasRole = guest
    ? sql<SqlBool>`false`
    : sql<SqlBool>`(grants.kind = 'role' and grants.subject = ${role})`;
  const inGroup =
    groupIds.length === 0
      ? sql<SqlBool>`false`
      : sql<SqlBool>`(grants.kind = 'group' and grants.subject in (${sql.join(groupIds)}))`;
  return sql<SqlBool>`exists (select 1 from folder_grant grants
    where grants.folder_id = decides.id and grants.purpose = ${purpose} and (
      ${hasRole}
      or (grants.kind = 'account' and grants.subject = ${accountId}) or ${inGroup}))`;
}
