import { sql } from "kysely";
import {
  type Interaction,
  type InteractionQuery,
  inLocale,
  type Locale,
  type Relation,
  relations,
  ticketPriorities,
  ticketStates,
} from "../../contract/index.js";
import { type Db, fromJson } from "../../store/index.js";
import { nameSchema } from "../catalog/index.js";
import { plainNumber } from "../number.js";
import { escapeLike, isAfter, type Page, pageOf } from "./paging.js";
import { optionalPerson } from "./person.js";

/** Interactions with these ids as they go over the wire, in the order of the ids. */
export async function readInteractions(
  db: Db,
  ids: readonly string[],
  locale: Locale,
): Promise<Interaction[]> {
  if (ids.length === 0) return [];
  const rows = await selectRows(db, ids);
  const found = new Map(rows.map((row) => [row.id, toInteraction(row, locale)]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** Those an attendance is related to, in the order in which they came (S1-16). */
export async function interactionsOf(db: Db, attendanceId: string, locale: Locale): Promise<Interaction[]> {
  const links = await db
    .selectFrom("interaction_link")
    .select(["interaction_id", "relation"])
    .where("attendance_id", "=", attendanceId)
    .orderBy("created_at")
    .orderBy("interaction_id")
    .execute();
  const items = await readInteractions(
    db,
    links.map((link) => link.interaction_id),
    locale,
  );
  return items.map((item) => ({
    ...item,
    relation: toRelation(links.find((link) => link.interaction_id === item.id)?.relation),
  }));
}

export function toRelation(text: string | undefined): Relation | undefined {
  return relations.find((relation) => relation === text);
}

const sorts = {
  number: sql<string>`interaction.id`,
  updated: sql<number>`interaction.updated_at`,
  state: sql<string>`interaction.state`,
};

/** One page of all interactions; `q` is part of a number, of a title or of the contact's name. */
export async function listInteractions(
  db: Db,
  query: InteractionQuery,
  locale: Locale,
): Promise<Page<Interaction>> {
  const by = sorts[query.sort];
  let select = db
    .selectFrom("interaction")
    .leftJoin("account as contact", "contact.id", "interaction.contact_id")
    .select(["interaction.id", sql<string | number>`${by}`.as("place")])
    .where(isAfter(query.after, { by, id: "interaction.id", order: query.order }))
    .orderBy(by, query.order)
    .orderBy("interaction.id", query.order)
    .limit(query.limit + 1);
  if (query.state !== undefined) select = select.where("interaction.state", "=", query.state);
  if (query.groupId !== undefined) select = select.where("interaction.group_id", "=", query.groupId);
  const words = query.q?.trim().toLowerCase() ?? "";
  if (words !== "") {
    const part = `%${escapeLike(words)}%`;
    const number = `${escapeLike(plainNumber(words))}%`;
    select = select.where((eb) =>
      eb.or([
        sql<boolean>`lower(interaction.number) like ${number} escape '!'`,
        sql<boolean>`lower(interaction.title) like ${part} escape '!'`,
        sql<boolean>`lower(contact.name) like ${part} escape '!'`,
      ]),
    );
  }
  const { ids, next } = pageOf(await select.execute(), query.limit);
  return { items: await readInteractions(db, ids, locale), next };
}

function selectRows(db: Db, ids: readonly string[]) {
  return db
    .selectFrom("interaction")
    .leftJoin("account as contact", "contact.id", "interaction.contact_id")
    .leftJoin("account as assignee", "assignee.id", "interaction.assignee_id")
    .leftJoin("assignment_group", "assignment_group.id", "interaction.group_id")
    .leftJoin("activity", "activity.id", "interaction.activity_id")
    .leftJoin("ticket", "ticket.id", "interaction.ticket_id")
    .selectAll("interaction")
    .select(["contact.name as contact_name", "contact.photo_url as contact_photo"])
    .select(["assignee.name as assignee_name", "assignee.photo_url as assignee_photo"])
    .select(["assignment_group.name as group_name", "activity.name_json as activity_json"])
    .select("ticket.number as ticket_number")
    .where("interaction.id", "in", ids)
    .execute();
}

function toInteraction(row: Awaited<ReturnType<typeof selectRows>>[number], locale: Locale): Interaction {
  return {
    id: row.id,
    number: row.number,
    state: ticketStates.find((state) => state === row.state) ?? "open",
    title: row.title,
    description: row.description,
    solution: row.solution,
    location: row.location,
    priority: ticketPriorities.find((priority) => priority === row.priority) ?? "medium",
    contact: optionalPerson(row.contact_id, row.contact_name, row.contact_photo),
    activity:
      row.activity_id === null || row.activity_json === null
        ? undefined
        : { id: row.activity_id, name: inLocale(fromJson(nameSchema, row.activity_json), locale) },
    group: row.group_id === null ? undefined : { id: row.group_id, name: row.group_name ?? "" },
    assignee: optionalPerson(row.assignee_id, row.assignee_name, row.assignee_photo),
    ticketNumber: row.ticket_number ?? undefined,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
