import type { Locale } from "../../../../contract/locale.js";
import type { GroupRouting } from "../../../../contract/routing.js";

/** One line of the form; without a name or a number it is no limit. */
export interface ChannelLimit {
  readonly channel: string;
  readonly capacity: number | string;
}

/** The form of a group as its fields hold it: what is empty is "" or null. */
export interface GroupDraft {
  giving: GroupRouting["giving"];
  offerSeconds: number | string;
  calendarId: string | null;
  endLead: string;
  waitMinutes: number | string;
  firstAnswerMinutes: number | string;
  laterAnswerMinutes: number | string;
  overflowId: string | null;
  overflowMinutes: number | string;
  channels: ChannelLimit[];
  skills: string[];
  languages: Locale[];
  ownerId: string | null;
  dispatcherId: string | null;
}

export function toDraft(routing: GroupRouting): GroupDraft {
  const { overflow } = routing;
  return {
    giving: routing.giving,
    offerSeconds: routing.offerSeconds,
    calendarId: routing.calendarId ?? null,
    endLead: toClock(routing.endLeadSeconds),
    waitMinutes: toMinutes(routing.waitLimitSeconds),
    firstAnswerMinutes: toMinutes(routing.firstAnswerSeconds),
    laterAnswerMinutes: toMinutes(routing.laterAnswerSeconds),
    overflowId: overflow?.groupId ?? null,
    overflowMinutes: overflow === undefined ? 10 : overflow.afterSeconds / 60,
    channels: Object.entries(routing.channelCapacity).map(([channel, capacity]) => ({ channel, capacity })),
    skills: [...routing.skills],
    languages: [...routing.languages],
    ownerId: routing.ownerId ?? null,
    dispatcherId: routing.dispatcherId ?? null,
  };
}

/** What is kept of it. */
export function toRouting(draft: GroupDraft, before: GroupRouting): GroupRouting {
  const { calendarId, overflowId, ownerId, dispatcherId } = draft;
  return {
    giving: draft.giving,
    offerSeconds: Number(draft.offerSeconds) || before.offerSeconds,
    endLeadSeconds: parseClock(draft.endLead) ?? 0,
    skills: draft.skills,
    languages: draft.languages,
    channelCapacity: Object.fromEntries(
      draft.channels
        .map(({ channel, capacity }) => [channel.trim(), capacity] as const)
        .filter(([channel, capacity]) => channel !== "" && capacity !== "")
        .map(([channel, capacity]) => [channel, Number(capacity)]),
    ),
    ...(calendarId === null ? {} : { calendarId }),
    ...limit("waitLimitSeconds", draft.waitMinutes),
    ...limit("firstAnswerSeconds", draft.firstAnswerMinutes),
    ...limit("laterAnswerSeconds", draft.laterAnswerMinutes),
    ...(overflowId === null
      ? {}
      : { overflow: { groupId: overflowId, afterSeconds: Math.round(Number(draft.overflowMinutes) * 60) } }),
    ...(ownerId === null ? {} : { ownerId }),
    ...(dispatcherId === null ? {} : { dispatcherId }),
  };
}

function toMinutes(seconds: number | undefined): number | string {
  return seconds === undefined ? "" : seconds / 60;
}

/** Nothing and no minutes are no limit. */
function limit(
  name: "waitLimitSeconds" | "firstAnswerSeconds" | "laterAnswerSeconds",
  minutes: number | string,
): Partial<GroupRouting> {
  const seconds = Math.round(Number(minutes) * 60);
  return seconds > 0 ? { [name]: seconds } : {};
}

/** Seconds of "hh:mm:ss"; `undefined` when it is not written so, or more than a day. */
export function parseClock(text: string): number | undefined {
  const parts = /^(\d{2}):([0-5]\d):([0-5]\d)$/.exec(text.trim());
  if (parts === null) return undefined;
  const seconds = Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3]);
  return seconds <= 24 * 3600 ? seconds : undefined;
}

function toClock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
