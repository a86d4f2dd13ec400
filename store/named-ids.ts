import type { Db } from "./connect.js";

const idPattern = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
/** More than one look at a history shows; what is left out stays an id. */
const namedMax = 500;

/**
 * The names of those whose ids stand anywhere in these values: people, groups, calendars and agreements as they are called
 * now, anything else as it was called when it was last changed. What is not known is left out.
 */
export async function readNamedIds(db: Db, values: unknown): Promise<Readonly<Record<string, string>>> {
  const ids = [...new Set(JSON.stringify(values ?? "").match(idPattern) ?? [])].slice(0, namedMax);
  if (ids.length === 0) return {};
  const named = (table: "account" | "assignment_group" | "calendar" | "agreement") =>
    db.selectFrom(table).select(["id", "name"]).where("id", "in", ids).execute();
  const [changed, ...present] = await Promise.all([
    db
      .selectFrom("change_log")
      .select(["object_id as id", "object_name as name"])
      .where("object_id", "in", ids)
      .orderBy("change_log.id")
      .execute(),
    named("account"),
    named("assignment_group"),
    named("calendar"),
    named("agreement"),
  ]);
  return Object.fromEntries([...changed, ...present.flat()].map(({ id, name }) => [id, name]));
}
