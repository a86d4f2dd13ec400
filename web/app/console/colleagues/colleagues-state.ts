import type { Consult, Contact, OffRecord } from "../../../../contract/consult.js";

/** A message off the record that has not been answered for, or was refused. Kept in memory only. */
export interface OwnOffRecord {
  readonly clientMessageId: string;
  readonly conversationId: string;
  readonly recipientId: string;
  readonly recipientName: string;
  readonly text: string;
  readonly afterSeq: number;
  readonly state: "pending" | "failed";
  readonly reason?: string;
}

export interface ColleaguesState {
  readonly phase: "loading" | "ready" | "failed";
  /** Consults that go on, and those that ended while they were shown. */
  readonly consults: ReadonlyMap<string, Consult>;
  /** Difference between the server's clock and this one, ms. */
  readonly clockOffsetMs: number;
  readonly contacts: readonly Contact[];
  readonly offRecords: ReadonlyMap<string, OffRecord>;
  readonly ownOffRecords: readonly OwnOffRecord[];
  /** Per consult the people who are about to write to this one off the record (S4-25). */
  readonly selectedBy: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export const firstColleaguesState: ColleaguesState = {
  phase: "loading",
  consults: new Map(),
  clockOffsetMs: 0,
  contacts: [],
  offRecords: new Map(),
  ownOffRecords: [],
  selectedBy: new Map(),
};

/** An older version changes nothing. */
export function hearConsult(state: ColleaguesState, consult: Consult, now: number): ColleaguesState {
  const known = state.consults.get(consult.id);
  if (known && known.version > consult.version) return state;
  const consults = new Map(state.consults).set(consult.id, consult);
  return { ...state, consults, clockOffsetMs: consult.at - now };
}

export function hearContact(state: ColleaguesState, contact: Contact): ColleaguesState {
  const contacts = state.contacts.some(({ accountId }) => accountId === contact.accountId)
    ? state.contacts.map((known) => (known.accountId === contact.accountId ? contact : known))
    : [...state.contacts, contact];
  return { ...state, contacts };
}

export function hearOffRecords(state: ColleaguesState, items: readonly OffRecord[]): ColleaguesState {
  const offRecords = new Map(state.offRecords);
  for (const item of items) offRecords.set(item.id, item);
  const names = new Set(items.map(({ clientMessageId }) => clientMessageId));
  const ownOffRecords = state.ownOffRecords.filter(({ clientMessageId }) => !names.has(clientMessageId));
  return { ...state, offRecords, ownOffRecords };
}

export function hearSelected(
  state: ColleaguesState,
  fact: {
    readonly conversationId: string;
    readonly accountId: string;
    readonly name: string;
    readonly on: boolean;
  },
): ColleaguesState {
  const people = new Map(state.selectedBy.get(fact.conversationId));
  if (fact.on) people.set(fact.accountId, fact.name);
  else people.delete(fact.accountId);
  return { ...state, selectedBy: new Map(state.selectedBy).set(fact.conversationId, people) };
}

/** Chat Time now. */
export function readChatTime({ clock }: Consult, now: number): number {
  return clock.spentMs + (clock.runningSince === undefined ? 0 : Math.max(0, now - clock.runningSince));
}

/** `0:05`, hours and minutes; with seconds where it runs before one's eyes. */
export function toHours(ms: number, detail: "minutes" | "seconds" = "minutes"): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number): string => String(value).padStart(2, "0");
  const short = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}`;
  return detail === "minutes" ? short : `${short}:${two(seconds % 60)}`;
}

export function listInvitations({ consults }: Pick<ColleaguesState, "consults">): Consult[] {
  return [...consults.values()].filter(({ mine, endedAt }) => mine === "invited" && !endedAt);
}

export function listOpen({ consults }: Pick<ColleaguesState, "consults">): Consult[] {
  return [...consults.values()]
    .filter(({ mine, endedAt }) => mine === "joined" && !endedAt)
    .sort((one, other) => other.startedAt - one.startedAt);
}
