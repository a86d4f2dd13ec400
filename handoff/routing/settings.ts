import { z } from "zod";
import {
  type GroupRouting,
  groupRoutingSchema,
  type RoutingRule,
  ruleConditionsSchema,
} from "../../contract/index.js";
import { type Db, fromJson } from "../../store/index.js";
import type { Hours, RoutedTo } from "./eligible.js";

/** The opening hours of a calendar around a moment; `undefined` for one that is not there any more. */
export type CalendarHours = (calendarId: string, at: number) => CalendarMoment | undefined;

export interface CalendarMoment {
  readonly isOpen: boolean;
  /** The next opening after that moment. */
  readonly opensAt?: number | undefined;
  /** Where it is open: since when without a break. */
  readonly openSince?: number | undefined;
  /** Where it is open. */
  readonly closesAt?: number | undefined;
  readonly timeZone?: string | undefined;
}

export interface RoutingGroup {
  readonly id: string;
  readonly name: string;
  readonly takesAttendances: boolean;
  readonly routing: GroupRouting;
}

export const defaultRouting: GroupRouting = groupRoutingSchema.parse({});

/** How long what was read is believed: another node's change is known after it. */
const believedMs = 1000;

export interface RoutingSettings {
  /** Every group; read at most once a second. */
  groups(): Promise<ReadonlyMap<string, RoutingGroup>>;
  /** Those of the ids that are there, with their hours at that moment. */
  routed(groupIds: readonly string[], at: number): Promise<RoutedTo[]>;
  /** Since when a group is open without a break, 0 for one that never closes; `undefined` while it is closed. */
  openSince(routing: GroupRouting, at: number): number | undefined;
  /** Forgets what was read. */
  changed(): void;
}

export function createRoutingSettings(options: {
  readonly db: Db;
  readonly now: () => number;
  readonly hoursOf: CalendarHours;
}): RoutingSettings {
  const { db, now, hoursOf } = options;
  let known: { readonly at: number; readonly groups: Promise<ReadonlyMap<string, RoutingGroup>> } | undefined;

  async function read(): Promise<ReadonlyMap<string, RoutingGroup>> {
    return new Map((await readGroups(db)).map((group) => [group.id, group]));
  }

  async function groups(): Promise<ReadonlyMap<string, RoutingGroup>> {
    const at = now();
    if (known === undefined || at - known.at >= believedMs || at < known.at) known = { at, groups: read() };
    try {
      return await known.groups;
    } catch (error) {
      known = undefined;
      throw error;
    }
  }

  return {
    groups,
    routed: async (groupIds, at) => {
      const all = await groups();
      return groupIds.flatMap((id) => {
        const group = all.get(id);
        return group === undefined ? [] : [{ ...group, hours: toHours(group.routing, at, hoursOf) }];
      });
    },
    openSince: ({ calendarId }, at) => {
      const hours = calendarId === undefined ? undefined : hoursOf(calendarId, at);
      if (hours === undefined) return 0;
      return hours.isOpen ? (hours.openSince ?? 0) : undefined;
    },
    changed: () => {
      known = undefined;
    },
  };
}

/** Open at any time without a calendar, or with one that was removed. */
export function toHours(routing: GroupRouting, at: number, hoursOf: CalendarHours): Hours {
  const { calendarId, endLeadSeconds } = routing;
  const hours = calendarId === undefined ? undefined : hoursOf(calendarId, at);
  if (hours === undefined) return { isOpen: true, isEnding: false };
  const { isOpen, opensAt, closesAt, timeZone } = hours;
  const isEnding = isOpen && closesAt !== undefined && at >= closesAt - endLeadSeconds * 1000;
  return { isOpen, isEnding, opensAt, closesAt, timeZone };
}

/** Takes new conversations now. */
export function takesNew({ isOpen, isEnding }: Hours): boolean {
  return isOpen && !isEnding;
}

export async function readGroups(db: Db): Promise<RoutingGroup[]> {
  const rows = await db
    .selectFrom("assignment_group")
    .select(["id", "name", "takes_attendances", "routing_json"])
    .select(["first_answer_seconds", "later_answer_seconds"])
    .orderBy("name")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    takesAttendances: row.takes_attendances === 1,
    routing: {
      ...(row.routing_json === null ? defaultRouting : fromJson(groupRoutingSchema, row.routing_json)),
      ...(row.first_answer_seconds === null ? {} : { firstAnswerSeconds: row.first_answer_seconds }),
      ...(row.later_answer_seconds === null ? {} : { laterAnswerSeconds: row.later_answer_seconds }),
    },
  }));
}

export async function readRules(db: Db): Promise<RoutingRule[]> {
  const rows = await db.selectFrom("routing_rule").selectAll().orderBy("position").execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    when: fromJson(ruleConditionsSchema, row.when_json),
    groupId: row.group_id,
    skills: fromJson(z.array(z.string()), row.skills_json),
  }));
}
