import {
  AppError,
  type SurveyChoice,
  type SurveySettings,
  surveyChoices,
  surveySettingsSchema,
} from "../../contract/index.js";
import { type Db, recordChange } from "../../store/index.js";

const deskScope = "desk";
const deskChoice: SurveyChoice = "all";
const settingsId = "survey";

/** After which talks requesters are asked. */
export async function readSettings(db: Db): Promise<SurveySettings> {
  const rows = await db.selectFrom("survey_setting").select(["scope", "ask"]).orderBy("scope").execute();
  return surveySettingsSchema.parse({
    desk: rows.find(({ scope }) => scope === deskScope)?.ask ?? deskChoice,
    groups: rows.flatMap(({ scope, ask }) => (scope === deskScope ? [] : [{ groupId: scope, ask }])),
  });
}

/** Sets them as one whole, with the change recorded. */
export async function saveSettings(
  db: Db,
  change: { readonly settings: SurveySettings; readonly at: number; readonly by: string },
): Promise<void> {
  const { settings, at, by } = change;
  const scopes = [{ scope: deskScope, ask: settings.desk }, ...settings.groups.map(toScope)];
  if (new Set(scopes.map(({ scope }) => scope)).size !== scopes.length) {
    throw new AppError("request/malformed", "Each group may stand in the list once.");
  }
  await db.transaction().execute(async (trx) => {
    await requireGroups(trx, settings);
    const before = await readSettings(trx);
    await trx.deleteFrom("survey_setting").execute();
    await trx
      .insertInto("survey_setting")
      .values(scopes.map((one) => ({ ...one, updated_at: at, updated_by: by })))
      .execute();
    const names = { type: "survey-settings", id: settingsId, name: "Satisfaction" };
    await recordChange(trx, { ...names, before: { ...before }, after: { ...settings }, at, by });
  });
}

function toScope({ groupId, ask }: SurveySettings["groups"][number]) {
  return { scope: groupId, ask };
}

async function requireGroups(trx: Db, { groups }: SurveySettings): Promise<void> {
  if (groups.length === 0) return;
  const known = await trx
    .selectFrom("assignment_group")
    .select("id")
    .where(
      "id",
      "in",
      groups.map(({ groupId }) => groupId),
    )
    .execute();
  if (known.length !== groups.length) throw new AppError("group/not-found", "There is no such group.");
}

/**
 * What holds for a talk: its groups' own setting, else the desk's. Where its groups differ the one that asks less
 * holds. The groups are those of the attendance, or that of the ticket where only the assistant talked.
 */
export async function readAsk(
  trx: Db,
  talk: { readonly conversationId: string; readonly attendanceId: string | undefined },
): Promise<SurveyChoice> {
  const groupIds =
    talk.attendanceId === undefined
      ? await groupsOfTicket(trx, talk.conversationId)
      : await groupsOfAttendance(trx, talk.attendanceId);
  const rows = await trx
    .selectFrom("survey_setting")
    .select(["scope", "ask"])
    .where("scope", "in", [...groupIds, deskScope])
    .execute();
  const own = rows.filter(({ scope }) => scope !== deskScope);
  const holding = own.length > 0 ? own : rows;
  return surveyChoices.find((choice) => holding.some(({ ask }) => ask === choice)) ?? deskChoice;
}

/** What holds for this talk as it stands now. */
export async function readAskOf(db: Db, conversationId: string): Promise<SurveyChoice> {
  return readAsk(db, { conversationId, attendanceId: await latestAttended(db, conversationId) });
}

/** The newest attendance in which an agent has talked. */
export async function latestAttended(trx: Db, conversationId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom("attendance")
    .innerJoin("attendance_mark", "attendance_mark.attendance_id", "attendance.id")
    .select("attendance.id")
    .where("attendance.conversation_id", "=", conversationId)
    .where("attendance_mark.accepted_at", "is not", null)
    .orderBy("attendance.id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

async function groupsOfAttendance(trx: Db, attendanceId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom("attendance_group")
    .select("group_id")
    .where("attendance_id", "=", attendanceId)
    .execute();
  return rows.map((row) => row.group_id);
}

async function groupsOfTicket(trx: Db, conversationId: string): Promise<string[]> {
  const row = await trx
    .selectFrom("conversation")
    .innerJoin("ticket", "ticket.id", "conversation.ticket_id")
    .select("ticket.group_id")
    .where("conversation.id", "=", conversationId)
    .executeTakeFirst();
  return row?.group_id == null ? [] : [row.group_id];
}
