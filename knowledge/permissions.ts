import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import { isStaff, type Principal } from "../contract/index.js";
import type { Tables } from "../store/index.js";
import type { Guarded } from "./article.js";

export type Reader = Pick<Principal, "accountId" | "role" | "groupIds">;

/**
 * Whether this person may read this article now (S2-25): public, everybody; internal, members of a linked group, or
 * all staff where no group is linked; confidential, its author; admins, all of it. Only what is published and has
 * not expired. `isPermitted` and `permittedTo` say the same, one for an index in memory, one for the database.
 */
export function isPermitted(person: Reader, article: Guarded, nowMs: number): boolean {
  if (article.state !== "published") return false;
  if (article.expiresAt !== undefined && article.expiresAt <= nowMs) return false;
  if (article.visibility === "public" || person.role === "admin") return true;
  if (article.visibility === "confidential") return article.authorId === person.accountId;
  if (article.groupIds.length === 0) return isStaff(person);
  return article.groupIds.some((id) => person.groupIds.includes(id));
}

/** The same rule as a condition of a query over `article`. */
export function permittedTo(person: Reader, nowMs: number) {
  return (eb: ExpressionBuilder<Tables, "article">): Expression<SqlBool> =>
    eb.and([
      eb("article.state", "=", "published"),
      eb.or([eb("article.expires_at", "is", null), eb("article.expires_at", ">", nowMs)]),
      person.role === "admin" ? eb.lit(true) : readable(eb, person),
    ]);
}

function readable(eb: ExpressionBuilder<Tables, "article">, person: Reader): Expression<SqlBool> {
  return eb.or([
    eb("article.visibility", "=", "public"),
    eb.and([eb("article.visibility", "=", "internal"), internal(eb, person)]),
    eb.and([eb("article.visibility", "=", "confidential"), eb("article.author_id", "=", person.accountId)]),
  ]);
}

function internal(eb: ExpressionBuilder<Tables, "article">, person: Reader): Expression<SqlBool> {
  const links = eb
    .selectFrom("permitted_group")
    .select("permitted_group.group_id")
    .whereRef("permitted_group.object_id", "=", "article.id");
  const mine =
    person.groupIds.length === 0
      ? []
      : [eb.exists(links.where("permitted_group.group_id", "in", person.groupIds))];
  return eb.or([...mine, ...(isStaff(person) ? [eb.not(eb.exists(links))] : [])]);
}
