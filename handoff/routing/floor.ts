import { z } from "zod";
import { availabilitySchema, type Locale, localeSchema } from "../../contract/index.js";
import type { Trx } from "../../conversation/index.js";
import { fromJson } from "../../store/index.js";
import type { Presence } from "../presence.js";
import type { AttendanceRecord } from "../record.js";
import type { AgentState, PastAnswers, Wish } from "./eligible.js";
import { readFormerAgents } from "./former-agents.js";

/** Who lets this many offers pass in a row is left in peace for a while. */
export const restAfterLapses = 3;
export const restMs = 5 * 60_000;
/** An agent who said no is not asked for the same conversation before that. */
export const declinedMs = 10 * 60_000;
const rememberedMs = 60 * 60_000;
const idleRangeMs = 24 * 60 * 60_000;
const staffRoles = ["agent", "supervisor", "admin"];

/** Not answered in time; accepted, and then left without a word. */
export const missed = ["lapsed", "silent"] as const;

function isMissed(outcome: string): boolean {
  return missed.some((one) => one === outcome);
}

/** Everybody who stands in one of these groups, as they are now. */
export async function readAgentStates(
  db: Trx,
  presence: Presence,
  groupIds: readonly string[],
  now: number,
): Promise<AgentState[]> {
  if (groupIds.length === 0) return [];
  const rows = await db
    .selectFrom("account")
    .innerJoin("membership", "membership.account_id", "account.id")
    .select(["account.id", "name", "availability", "capacity", "skills_json", "languages_json", "group_id"])
    .where("active", "=", 1)
    .where("role", "in", staffRoles)
    .where("group_id", "in", [...groupIds])
    .orderBy("account.name")
    .execute();
  const rowsOf = groupBy(rows, (row) => row.id);
  const ids = [...rowsOf.keys()];
  if (ids.length === 0) return [];
  const [online, held, deciding, resting, idle] = await Promise.all([
    presence.online(ids),
    readHeld(db, ids),
    readDeciding(db, ids),
    readResting(db, ids, now),
    readIdle(db, ids, now),
  ]);
  return ids.flatMap((id) => {
    const own = rowsOf.get(id) ?? [];
    const [row] = own;
    if (row === undefined) return [];
    const heldOn = held.get(id) ?? new Map<string, number>();
    return {
      id,
      name: row.name,
      groupIds: own.map((one) => one.group_id),
      status: availabilitySchema.parse(row.availability),
      isOnline: online.has(id),
      held: [...heldOn.values()].reduce((sum, count) => sum + count, 0),
      capacity: row.capacity,
      heldOn,
      skills: readWords(row.skills_json),
      languages: readLanguages(row.languages_json),
      restingUntil: resting.get(id),
      deciding: deciding.get(id),
      idleSince: idle.get(id) ?? 0,
    };
  });
}

/** How many conversations each has, per channel. */
export async function readHeld(db: Trx, ids: readonly string[]): Promise<Map<string, Map<string, number>>> {
  const rows = await db
    .selectFrom("attendance")
    .innerJoin("conversation", "conversation.id", "attendance.conversation_id")
    .select((of) => ["agent_id", "channel", of.fn.countAll<number>().as("held")])
    .where("agent_id", "in", [...ids])
    .where("phase", "=", "accepted")
    .groupBy(["agent_id", "channel"])
    .execute();
  const held = new Map<string, Map<string, number>>();
  for (const row of rows) {
    if (row.agent_id === null) continue;
    const channels = held.get(row.agent_id) ?? new Map<string, number>();
    held.set(row.agent_id, channels.set(row.channel, Number(row.held)));
  }
  return held;
}

async function readDeciding(db: Trx, ids: readonly string[]) {
  const rows = await db
    .selectFrom("attendance")
    .select(["id", "offered_to", "offered_until"])
    .where("phase", "=", "logged")
    .where("offered_to", "in", [...ids])
    .execute();
  return new Map(
    rows.map((row) => [row.offered_to ?? "", { attendanceId: row.id, until: row.offered_until ?? 0 }]),
  );
}

/** Who let the last offers pass, all in a row, and until when they are left in peace. */
export async function readResting(
  db: Trx,
  ids: readonly string[],
  now: number,
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("attendance_offer")
    .select(["agent_id", "outcome", "decided_at"])
    .where("agent_id", "in", [...ids])
    .where("offered_at", ">", now - rememberedMs)
    .where("outcome", "in", ["accepted", "declined", ...missed, "excused"])
    .orderBy("offered_at", "desc")
    .orderBy("id", "desc")
    .execute();
  const resting = new Map<string, number>();
  for (const [id, answers] of groupBy(rows, (row) => row.agent_id)) {
    const last = answers.slice(0, restAfterLapses);
    const until = (last[0]?.decided_at ?? 0) + restMs;
    if (last.length === restAfterLapses && last.every((row) => isMissed(row.outcome)) && until > now) {
      resting.set(id, until);
    }
  }
  return resting;
}

async function readIdle(db: Trx, ids: readonly string[], now: number): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("attendance")
    .select((of) => ["agent_id", of.fn.max(of.fn.coalesce("closed_at", "accepted_at")).as("last")])
    .where("agent_id", "in", [...ids])
    .where("updated_at", ">", now - idleRangeMs)
    .groupBy("agent_id")
    .execute();
  return new Map(
    rows.flatMap((row) => (row.agent_id === null ? [] : [[row.agent_id, Number(row.last ?? 0)]])),
  );
}

/** Attendances as wishes, in the order given. */
export async function readWishes(
  db: Trx,
  records: readonly AttendanceRecord[],
  now: number,
): Promise<Wish[]> {
  if (records.length === 0) return [];
  const ids = records.map(({ row }) => row.id);
  const [channels, offers, former] = await Promise.all([
    db
      .selectFrom("attendance")
      .innerJoin("conversation", "conversation.id", "attendance.conversation_id")
      .select(["attendance.id", "channel"])
      .where("attendance.id", "in", ids)
      .execute(),
    db
      .selectFrom("attendance_offer")
      .select(["attendance_id", "agent_id", "outcome", "decided_at"])
      .where("attendance_id", "in", ids)
      .where("outcome", "in", ["declined", ...missed])
      .execute(),
    readFormerAgents(
      db,
      records.map(({ row }) => row.requester_id),
      now,
    ),
  ]);
  const channelOf = new Map(channels.map((row) => [row.id, row.channel]));
  const offersOf = groupBy(offers, (offer) => offer.attendance_id);
  return records.map(({ row, groupIds }) => ({
    attendanceId: row.id,
    groupIds,
    channel: channelOf.get(row.id) ?? "web",
    language: localeSchema.parse(row.language),
    skills: readWords(row.skills_json),
    lastAgentId: row.last_agent_id ?? former.get(row.requester_id),
    offered: row.offered_to === null ? undefined : { agentId: row.offered_to, until: row.offered_until ?? 0 },
    answers: toAnswers(offersOf.get(row.id) ?? []),
  }));
}

function toAnswers(
  offers: readonly { agent_id: string; outcome: string; decided_at: number | null }[],
): ReadonlyMap<string, PastAnswers> {
  const answers = new Map<string, PastAnswers>();
  for (const { agent_id, outcome, decided_at } of offers) {
    const { declinedUntil, lapses } = answers.get(agent_id) ?? { declinedUntil: 0, lapses: 0 };
    const until = outcome === "declined" ? (decided_at ?? 0) + declinedMs : 0;
    const count = isMissed(outcome) ? lapses + 1 : lapses;
    answers.set(agent_id, { declinedUntil: Math.max(declinedUntil, until), lapses: count });
  }
  return answers;
}

function groupBy<T>(rows: readonly T[], nameOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(nameOf(row));
    if (group === undefined) groups.set(nameOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

function readWords(json: string | null): string[] {
  return json === null ? [] : fromJson(z.array(z.string()), json);
}

function readLanguages(json: string | null): Locale[] {
  return readWords(json).flatMap((word) => localeSchema.safeParse(word).data ?? []);
}
