import type { Store } from "../../../store/index.js";
import { canariesIn } from "./canary.js";
import type { History } from "./history.js";

/** Where a canary stands, and who may read it there. */
interface Place {
  readonly conversationId: string;
  readonly isNote: boolean;
}

interface Rights {
  readonly requesterOf: ReadonlyMap<string, string>;
  readonly groupsOfPerson: ReadonlyMap<string, ReadonlySet<string>>;
  readonly groupsOfTalk: ReadonlyMap<string, ReadonlySet<string>>;
  readonly agentsOfTalk: ReadonlyMap<string, ReadonlySet<string>>;
  readonly talksWithTicket: ReadonlySet<string>;
}

/**
 * Canary taint: whoever received a text, over whatever frame or body, must have the right to read it. Requesters read
 * their own talks and no note; agents those that came to one of their groups or to them (reliability S10, S12).
 */
export async function findLeaks(store: Store, { canaries }: History): Promise<string[]> {
  const places = await findPlaces(store);
  const rights = await readRights(store);
  const leaks: string[] = [];
  for (const { principalId, canary, where } of canaries.received()) {
    const place = places.get(canary);
    if (place === undefined)
      leaks.push(`${principalId} received ${canary} in ${where}, which was never stored`);
    else if (!mayRead(principalId, place, rights) && !mayReadRecords(principalId, where, place, rights))
      leaks.push(
        `${principalId} received ${canary} in ${where}: ${place.isNote ? "a note" : "words"} of ${place.conversationId}`,
      );
  }
  return leaks;
}

function mayRead(principalId: string, { conversationId, isNote }: Place, rights: Rights): boolean {
  if (rights.requesterOf.get(conversationId) === principalId) return !isNote;
  if (rights.agentsOfTalk.get(conversationId)?.has(principalId) === true) return true;
  const groups = rights.groupsOfTalk.get(conversationId) ?? new Set();
  return [...(rights.groupsOfPerson.get(principalId) ?? [])].some((id) => groups.has(id));
}

/**
 * Tickets, chat requests and interactions are records of the desk: every attendant may look them up, with what was said
 * in them. A ticket is one also while nobody has been asked for.
 */
function mayReadRecords(
  principalId: string,
  where: string,
  { conversationId }: Place,
  rights: Rights,
): boolean {
  const record = /^\/api\/v1\/(tickets|interactions|chat-requests)\b/.exec(where)?.[1];
  if (record === undefined || !rights.groupsOfPerson.has(principalId)) return false;
  const talks = record === "tickets" ? rights.talksWithTicket : rights.groupsOfTalk;
  return talks.has(conversationId);
}

async function findPlaces({ db }: Store): Promise<Map<string, Place>> {
  const messages = await db.selectFrom("message").select(["conversation_id", "text"]).execute();
  const notes = await db.selectFrom("note").select(["conversation_id", "text"]).execute();
  const places = new Map<string, Place>();
  const add = (rows: typeof messages, isNote: boolean) => {
    for (const { conversation_id: conversationId, text } of rows)
      for (const canary of canariesIn(text)) places.set(canary, { conversationId, isNote });
  };
  add(notes, true);
  // A canary that is both a note and a message was said aloud.
  add(messages, false);
  return places;
}

async function readRights({ db }: Store): Promise<Rights> {
  const [conversations, members, groups, attendances, tickets] = await Promise.all([
    db.selectFrom("conversation").select(["id", "requester_id"]).execute(),
    db
      .selectFrom("membership")
      .innerJoin("account", "account.id", "account_id")
      .select(["account_id", "group_id"])
      .where("role", "<>", "requester")
      .execute(),
    db
      .selectFrom("attendance_group")
      .innerJoin("attendance", "attendance.id", "attendance_id")
      .select(["conversation_id", "group_id"])
      .execute(),
    db.selectFrom("attendance").select(["conversation_id", "agent_id", "last_agent_id"]).execute(),
    db.selectFrom("ticket").select("conversation_id").execute(),
  ]);
  return {
    requesterOf: new Map(conversations.map((row) => [row.id, row.requester_id])),
    groupsOfPerson: toSets(members.map((row) => [row.account_id, row.group_id])),
    groupsOfTalk: toSets(groups.map((row) => [row.conversation_id, row.group_id])),
    agentsOfTalk: toSets(
      attendances.flatMap((row) =>
        [row.agent_id, row.last_agent_id].flatMap((id): [string, string][] =>
          id === null ? [] : [[row.conversation_id, id]],
        ),
      ),
    ),
    talksWithTicket: new Set(tickets.flatMap((row) => row.conversation_id ?? [])),
  };
}

function toSets(pairs: readonly (readonly [key: string, value: string])[]): Map<string, Set<string>> {
  const sets = new Map<string, Set<string>>();
  for (const [key, value] of pairs) sets.set(key, (sets.get(key) ?? new Set()).add(value));
  return sets;
}
