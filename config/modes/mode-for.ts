import type { Mode, ModeInForce, OpeningHours, ScheduleRow } from "../../contract/index.js";
import { isOpen, nextClosing, nextOpening } from "../calendars/index.js";
import type { ModeSetting } from "./mode-rows.js";

/** All that a mode follows from, as a node knows it at one moment. */
export interface ModeSources {
  /** What the parameters amount to. */
  readonly base: Mode;
  readonly assistantAvailable: boolean;
  settingOf(scope: string): ModeSetting | undefined;
  calendarOf(id: string): (OpeningHours & { readonly name: string }) | undefined;
}

/** Where a mode is asked for: the whole desk, or what would go to a group's queue. */
export interface ModeQuestion {
  readonly groupId?: string | undefined;
  readonly at: number;
}

/**
 * The mode that holds at an instant and why. The chat that is off is off for all; a group's own setting goes before
 * the desk's, the desk's before the parameters. Within a setting a switch by hand goes before the schedule, the first
 * row of the schedule that fits before the mode.
 */
export function modeFor(sources: ModeSources, { groupId, at }: ModeQuestion): ModeInForce {
  if (sources.base === "off") return { mode: "off", why: { kind: "chat-off", scope: "desk" } };
  if (!sources.assistantAvailable) return { mode: "manual", why: { kind: "no-assistant", scope: "desk" } };
  const group = groupId === undefined ? undefined : decide(sources, groupId, at);
  return (
    group ?? decide(sources, "desk", at) ?? { mode: sources.base, why: { kind: "parameters", scope: "desk" } }
  );
}

function decide(sources: ModeSources, of: string, at: number): ModeInForce | undefined {
  const setting = sources.settingOf(of);
  if (setting === undefined) return undefined;
  const scope = of === "desk" ? "desk" : "group";
  const { override, mode } = setting;
  if (override !== undefined && (override.until === undefined || at < override.until)) {
    return { mode: override.mode, why: { kind: "override", scope } };
  }
  const row = setting.schedule.find((one) => fits(sources, one, at));
  if (row !== undefined) {
    const calendar = hoursOf(sources, row)?.name;
    return { mode: row.mode, why: { kind: "schedule", scope, calendar, during: row.during } };
  }
  return mode === "inherit" ? undefined : { mode, why: { kind: "group", scope } };
}

/** A row whose calendar is not there holds never. */
function fits(sources: ModeSources, row: ScheduleRow, at: number): boolean {
  const hours = hoursOf(sources, row);
  return hours !== undefined && isOpen(hours, at) === (row.during === "open");
}

function hoursOf(
  sources: ModeSources,
  { hours }: ScheduleRow,
): (OpeningHours & { name?: string }) | undefined {
  if (hours.kind === "calendar") return sources.calendarOf(hours.calendarId);
  return { timeZone: hours.timeZone, weekly: hours.weekly, holidays: [] };
}

/** More steps than a year of shifts has. */
const mostSteps = 2000;

/** When the mode is another one for the first time after an instant, and which; `undefined` when it stays. */
export function nextModeChange(
  sources: ModeSources,
  question: ModeQuestion,
): (ModeInForce & { readonly at: number }) | undefined {
  const present = modeFor(sources, question).mode;
  let at: number | undefined = question.at;
  for (let step = 0; step < mostSteps; step++) {
    at = nextEdge(sources, { ...question, at });
    if (at === undefined) return undefined;
    const then = modeFor(sources, { ...question, at });
    if (then.mode !== present) return { ...then, at };
  }
  return undefined;
}

/** The next instant at which something that a mode follows from changes. */
function nextEdge(sources: ModeSources, { groupId, at }: ModeQuestion): number | undefined {
  const scopes = groupId === undefined ? ["desk"] : [groupId, "desk"];
  const edges = scopes.flatMap((scope) => {
    const setting = sources.settingOf(scope);
    const ends = setting?.override?.until;
    const rows = (setting?.schedule ?? []).map((row) => {
      const hours = hoursOf(sources, row);
      if (hours === undefined) return undefined;
      return isOpen(hours, at) ? nextClosing(hours, at) : nextOpening(hours, at);
    });
    return [ends, ...rows];
  });
  const later = edges.filter((edge): edge is number => edge !== undefined && edge > at);
  return later.length === 0 ? undefined : Math.min(...later);
}
