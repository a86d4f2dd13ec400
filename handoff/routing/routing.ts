import type {
  GroupRouting,
  Principal,
  RoutedGroup,
  RoutingRule,
  WhatIf,
  WhatIfAnswer,
  Why,
} from "../../contract/index.js";
import type { Db } from "../../store/index.js";
import { readAgent } from "../agent-room.js";
import { mayAssign } from "../assign-attendance.js";
import type { Desk, Reception } from "../desk.js";
import { standingOf } from "../may.js";
import { type AttendanceRecord, readRecord, toEntry } from "../record.js";
import type { Waiting } from "../waiting.js";
import { saveGroupRouting, saveRules } from "./edit-routing.js";
import { choose } from "./eligible.js";
import { readAgentStates, readWishes } from "./floor.js";
import { deadlinesOf } from "./overdue.js";
import { findRule, type Routable } from "./rules.js";
import { type RoutingSettings, readGroups, readRules, takesNew } from "./settings.js";
import { suppose } from "./suppose.js";
import { explain } from "./why.js";

/** Who gets what, why, and how an admin changes it. */
export interface Routing {
  /** Why it waits; `undefined` when it is not the viewer's to see or does not wait. */
  why(attendanceId: string, viewer: Principal): Promise<Why | undefined>;
  /** What would become of a conversation; nothing is changed by asking. */
  whatIf(
    question: WhatIf & { readonly fallbackGroupId: string | undefined },
  ): Promise<Omit<WhatIfAnswer, "mode">>;
  /** Where conversations go, and what their agents must know (S1-32); one answer for each, in order. */
  targets(
    of: readonly Routable[],
  ): Promise<{ readonly groupId: string | undefined; readonly skills: readonly string[] }[]>;
  /** Which of the groups take new conversations now, and when one of the others opens. */
  reception(groupIds: readonly string[]): Promise<Reception>;
  groups(): Promise<RoutedGroup[]>;
  rules(): Promise<RoutingRule[]>;
  /** Throws `group/not-found` and `routing/refused`; recorded with its author. */
  saveGroup(id: string, routing: GroupRouting, by: string): Promise<RoutedGroup>;
  /** Replaces all rules, in order. */
  saveRules(rules: readonly RoutingRule[], by: string): Promise<RoutingRule[]>;
  /** The groups that keep the hours of a calendar, by name. */
  usesOfCalendar(db: Db, calendarId: string): Promise<string[]>;
  /** Something outside has changed that may let somebody be served: a calendar, a group. */
  changed(): void;
}

export function createRouting(parts: {
  readonly desk: Desk;
  readonly settings: RoutingSettings;
  readonly waiting: Waiting;
  readonly kick: () => void;
}): Routing {
  const { desk, settings, kick } = parts;
  const { db } = desk.store;
  const changed = () => {
    settings.changed();
    kick();
  };

  return {
    why: async (attendanceId, viewer) => {
      const record = await readRecord(db, attendanceId);
      if (record?.row.phase !== "logged") return undefined;
      const standing = await standingOf(db, viewer, record);
      if (standing === undefined || standing === "requester") return undefined;
      return { ...(await whyOf(parts, record)), mayAssign: await mayAssign(db, viewer, record) };
    },
    whatIf: (question) => answerWhatIf(parts, question),
    targets: async (of) => {
      const rules = await readRules(db);
      return of.map((one) => {
        const rule = findRule(rules, one);
        return { groupId: rule?.groupId ?? one.groupId, skills: rule?.skills ?? [] };
      });
    },
    reception: (groupIds) => receive(settings, groupIds, desk.now()),
    groups: async () => {
      const members = await countMembers(desk);
      return (await readGroups(db)).map((group) => ({ ...group, members: members.get(group.id) ?? 0 }));
    },
    rules: () => readRules(db),
    saveGroup: async (id, routing, by) => {
      const saved = await saveGroupRouting(db, { id, routing }, { by, at: desk.now() });
      changed();
      return { ...saved, members: (await countMembers(desk)).get(id) ?? 0 };
    },
    saveRules: async (rules, by) => {
      await saveRules(db, rules, { by, at: desk.now() });
      return readRules(db);
    },
    usesOfCalendar: async (trx, calendarId) =>
      (await readGroups(trx)).flatMap(({ name, routing }) =>
        routing.calendarId === calendarId ? [name] : [],
      ),
    changed,
  };
}

/** Which of these groups take new ones at that moment. */
export async function receive(
  settings: RoutingSettings,
  groupIds: readonly string[],
  at: number,
): Promise<Reception> {
  const groups = await settings.routed(groupIds, at);
  const open = groups.filter(({ hours }) => takesNew(hours));
  const first = groups
    .filter((group) => !open.includes(group) && group.hours.opensAt !== undefined)
    .sort((a, b) => (a.hours.opensAt ?? 0) - (b.hours.opensAt ?? 0))[0];
  return {
    openIds: open.map(({ id }) => id),
    opensAt: first?.hours.opensAt,
    timeZone: first?.hours.timeZone,
  };
}

async function whyOf(
  { desk, settings, waiting }: Parameters<typeof createRouting>[0],
  record: AttendanceRecord,
): Promise<Why> {
  const { db } = desk.store;
  const at = desk.now();
  const { groupIds, row } = record;
  const [groups, agents, [wish], positions, known] = await Promise.all([
    settings.routed(groupIds, at),
    readAgentStates(db, desk.presence, groupIds, at),
    readWishes(db, [record], at),
    waiting.positions([toEntry(record)]),
    settings.groups(),
  ]);
  if (wish === undefined) throw new Error("A waiting attendance has no wish.");
  const { givesUpAt, overflow } = deadlinesOf(record, known);
  const told = explain({
    wish,
    agents,
    groups,
    at,
    waitingSince: row.waiting_since,
    position: positions.get(row.id),
  });
  const group = overflow === undefined ? undefined : known.get(overflow.groupId)?.name;
  const reclaimed = await readReclaimed(db, record);
  return {
    ...told,
    attendanceId: row.id,
    givesUpAt,
    overflow: overflow === undefined ? undefined : { ...overflow, group: group ?? "" },
    reclaimed,
  };
}

/** From whom it was taken back, and when, where that is why it waits now. */
async function readReclaimed(db: Db, { row }: AttendanceRecord): Promise<Why["reclaimed"]> {
  const at = row.reclaimed_at;
  if (at === null || at !== row.queued_at || row.last_agent_id === null) return undefined;
  return { at, agent: (await readAgent(db, row.last_agent_id)).name };
}

async function answerWhatIf(
  { desk, settings }: Parameters<typeof createRouting>[0],
  question: Parameters<Routing["whatIf"]>[0],
): ReturnType<Routing["whatIf"]> {
  const { db } = desk.store;
  const at = question.at ?? desk.now();
  const rule =
    question.groupId === undefined
      ? findRule(await readRules(db), { ...question, groupId: question.fallbackGroupId })
      : undefined;
  const groupId = rule?.groupId ?? question.groupId ?? question.fallbackGroupId;
  const groupIds = groupId === undefined ? [] : [groupId];
  const groups = await settings.routed(groupIds, at);
  const states = await readAgentStates(db, desk.presence, groupIds, at);
  // A conversation that is only thought of has nobody before it, so that nobody is busy deciding about theirs.
  const agents = suppose(states, question.agents).map((agent) => ({ ...agent, deciding: undefined }));
  const wish = {
    groupIds,
    channel: question.channel,
    language: question.language,
    skills: [...new Set([...question.skills, ...(rule?.skills ?? [])])],
    answers: new Map(),
  };
  const first = choose(wish, agents, groups, at)?.name;
  return { rule: rule?.name, why: explain({ wish, agents, groups, at }), first };
}

async function countMembers({ store }: Desk): Promise<ReadonlyMap<string, number>> {
  const rows = await store.db
    .selectFrom("membership")
    .select((of) => ["group_id", of.fn.countAll<number>().as("members")])
    .groupBy("group_id")
    .execute();
  return new Map(rows.map((row) => [row.group_id, Number(row.members)]));
}
