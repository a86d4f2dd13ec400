import { AppError } from "../../contract/index.js";
import { type Db, fromJson } from "../../store/index.js";
import type { Reader } from "./permission.js";
import { fieldsSchema, kindSchema, nameSchema } from "./portfolio.js";

/** What a ticket needs of its activity. */
export type TicketActivity = Awaited<ReturnType<typeof findActivity>>;

/**
 * The activity somebody chose, as the store has it inside this transaction. Throws `activity/not-found`, and
 * `activity/not-available` when it is not offered by chat on all three levels (S0-4, S0-8) or not to this person's
 * groups (S0-5): a direct call gets no further than the list does.
 */
export async function requireOffered(
  trx: Db,
  person: Reader,
  which: { readonly activityId: string; readonly isEnforced: boolean },
): Promise<TicketActivity> {
  const activity = await findActivity(trx, which.activityId);
  const isOffered =
    activity.viaChat && (!which.isEnforced || (await isPermitted(trx, person, activity.objectIds)));
  if (isOffered) return activity;
  throw new AppError("activity/not-available", "This activity cannot be opened by chat. Choose another one.");
}

/** Throws `access/denied` when no group of the person's may open tickets by chat (S0-6). */
export async function requireChatRequester(trx: Db, person: Reader): Promise<void> {
  const group =
    person.groupIds.length === 0
      ? undefined
      : await trx
          .selectFrom("assignment_group")
          .select("id")
          .where("id", "in", person.groupIds)
          .where("chat_requester", "=", 1)
          .limit(1)
          .executeTakeFirst();
  if (group !== undefined) return;
  throw new AppError(
    "access/denied",
    "None of your groups may open tickets by chat. Ask your administrator.",
  );
}

/** An activity by its id, offered or not. Throws `activity/not-found`. */
export async function findActivity(trx: Db, activityId: string) {
  const row = await trx
    .selectFrom("activity")
    .innerJoin("service", "service.id", "activity.service_id")
    .innerJoin("catalog", "catalog.id", "service.catalog_id")
    .select([
      "activity.id",
      "activity.kind",
      "activity.name_json",
      "activity.fields_json",
      "activity.group_id",
    ])
    .select(["activity.status", "activity.service_id", "service.catalog_id"])
    .select([
      "activity.via_chat",
      "service.via_chat as service_via_chat",
      "catalog.via_chat as catalog_via_chat",
    ])
    .select(["service.phase as service_phase", "catalog.phase as catalog_phase"])
    .where("activity.id", "=", activityId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError("activity/not-found", "There is no such activity.");
  const flags = [row.via_chat, row.service_via_chat, row.catalog_via_chat];
  const isPublished = row.status === "active" && [row.service_phase, row.catalog_phase].every(isCatalog);
  return {
    id: row.id,
    kind: kindSchema.parse(row.kind),
    name: fromJson(nameSchema, row.name_json),
    fields: fromJson(fieldsSchema, row.fields_json),
    groupId: row.group_id ?? undefined,
    objectIds: [row.id, row.service_id, row.catalog_id],
    viaChat: isPublished && flags.every((flag) => flag === 1),
  };
}

function isCatalog(phase: string): boolean {
  return phase === "catalog";
}

async function isPermitted(trx: Db, person: Reader, objectIds: readonly string[]): Promise<boolean> {
  if (person.groupIds.length === 0) return false;
  const links = await trx
    .selectFrom("permitted_group")
    .select("object_id")
    .distinct()
    .where("object_id", "in", objectIds)
    .where("group_id", "in", person.groupIds)
    .execute();
  return links.length === objectIds.length;
}
