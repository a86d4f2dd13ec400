import { sql } from "kysely";
import { z } from "zod";
import {
  AppError,
  type ListedGroup,
  type ListedPerson,
  localeSchema,
  type PeopleQuery,
} from "../../contract/index.js";
import { type Db, fromJson, type Row } from "../../store/index.js";
import { groupIdsOf, membersOf, toAccount } from "./people.js";

/** By user name; `next` goes on after the last one. A search looks at name, user name and e-mail address. */
export async function listPeople(
  db: Db,
  { q, groupId, after, limit }: PeopleQuery,
): Promise<{ readonly items: readonly ListedPerson[]; readonly next?: string }> {
  let query = db.selectFrom("account").selectAll().where("stands_for", "is", null);
  if (q !== undefined && q.trim() !== "") {
    const pattern = `%${escapeLike(q.trim().toLowerCase())}%`;
    query = query.where(({ or }) =>
      or([
        sql<boolean>`lower(name) like ${pattern} escape '!'`,
        sql<boolean>`username like ${pattern} escape '!'`,
        sql<boolean>`lower(email) like ${pattern} escape '!'`,
      ]),
    );
  }
  if (groupId !== undefined) {
    const members = db.selectFrom("membership").select("account_id").where("group_id", "=", groupId);
    query = query.where("id", "in", members);
  }
  if (after !== undefined) query = query.where("username", ">", after);
  const rows = await query
    .orderBy("username")
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const items = await Promise.all(shown.map((row) => toListed(db, row)));
  const last = shown.at(-1);
  return rows.length > limit && last !== undefined ? { items, next: last.username } : { items };
}

/** One account. Throws `account/not-found`. */
export async function readPerson(db: Db, id: string): Promise<ListedPerson> {
  const row = await db.selectFrom("account").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw new AppError("account/not-found", "There is no such account.");
  return toListed(db, row);
}

export async function listGroups(db: Db): Promise<ListedGroup[]> {
  const rows = await db
    .selectFrom("assignment_group")
    .leftJoin("membership", "membership.group_id", "assignment_group.id")
    .select(["assignment_group.id", "assignment_group.name", "chat_requester", "takes_attendances"])
    .select(({ fn }) => fn.count<number | string>("membership.account_id").as("members"))
    .groupBy(["assignment_group.id", "assignment_group.name", "chat_requester", "takes_attendances"])
    .orderBy("assignment_group.name")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    chatRequester: row.chat_requester === 1,
    takesAttendances: row.takes_attendances === 1,
    members: Number(row.members),
  }));
}

async function toListed(db: Db, row: Row<"account">): Promise<ListedPerson> {
  const link = await db
    .selectFrom("sign_on_link")
    .select("subject")
    .where("account_id", "=", row.id)
    .limit(1)
    .executeTakeFirst();
  return {
    ...toAccount(row, await groupIdsOf(db, membersOf(row))),
    active: row.active === 1,
    capacity: row.capacity,
    hasPassword: row.password_hash !== null,
    hasSignOn: link !== undefined,
    skills: readWords(row.skills_json),
    languages: readWords(row.languages_json).flatMap((word) => localeSchema.safeParse(word).data ?? []),
    department: row.department ?? undefined,
    location: row.location ?? undefined,
    company: row.company ?? undefined,
    createdAt: row.created_at,
  };
}

function readWords(json: string | null): string[] {
  return json === null ? [] : fromJson(z.array(z.string()), json);
}

function escapeLike(text: string): string {
  return text.replace(/[!%_]/g, "!$&");
}
