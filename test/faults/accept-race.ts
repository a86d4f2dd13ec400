import { setTimeout as wait } from "node:timers/promises";
import { Redis } from "ioredis";
import { io, type Socket } from "socket.io-client";
import { demoDesk } from "../../config/demo/index.js";
import type { Ack, ClientToServer, ServerToClient } from "../../contract/index.js";
import { createConversations, createSilentBell } from "../../conversation/index.js";
import { createHandoff } from "../../handoff/index.js";
import { newId } from "../../store/index.js";
import { wish } from "../handoff/test-desk.js";
import { createDice } from "../handoff/rush.js";
import { addPeople, type LoggedIn } from "./people.js";
import type { ScaledDesk } from "./scaled-desk.js";

export interface AcceptRace {
  readonly agents: number;
  readonly talks: number;
  /** How many each agent may have. */
  readonly capacity: number;
  /** Every accept leaves this much later at most, ms. */
  readonly jitterMs: number;
  readonly seed: number;
}

export interface RaceResult {
  /** What must not be; empty when every promise was kept. */
  readonly broken: string[];
  /** Attendances that somebody won. */
  readonly winners: number;
  /** Accepts that were answered, by what they were told. */
  readonly answers: ReadonlyMap<string, number>;
  /** From sending an accept to its answer, ms. */
  readonly p50Ms: number;
  readonly p99Ms: number;
}

type Wire = Socket<ServerToClient, ClientToServer>;
type Accepted = Ack<"attendance:accept">;

interface Try {
  readonly agent: LoggedIn;
  readonly talk: string;
  readonly answer: Accepted;
  readonly tookMs: number;
}

/**
 * F19: every agent tries to accept every waiting conversation, in an order of their own, each accept twice, over the
 * two nodes of a desk. Answers what was won, how fast, and which promises were broken.
 */
export async function raceAccepts(desk: ScaledDesk, race: AcceptRace): Promise<RaceResult> {
  const { agents } = await addPeople(desk.store, {
    requesters: 0,
    agents: race.agents,
    capacity: race.capacity,
  });
  const waiting = await addWaiting(desk, race.talks);
  const wires = await Promise.all(agents.map((agent, at) => openWire(desk.urls[at % 2] ?? "", agent)));
  try {
    const tries = await Promise.all(
      agents.map((agent, at) => {
        const wire = wires[at];
        if (wire === undefined) throw new Error("An agent has no wire.");
        return tryAll(wire, agent, waiting, { jitterMs: race.jitterMs, seed: race.seed + at });
      }),
    );
    return await judge(desk, race, waiting, tries.flat());
  } finally {
    for (const wire of wires) wire.disconnect();
  }
}

/** Conversations of as many requesters, put into the queue as a node does it. */
async function addWaiting({ store, redis }: ScaledDesk, count: number): Promise<string[]> {
  const { requesters } = await addPeople(store, { requesters: count, agents: 0 });
  const groupIds = demoDesk.groups.filter((group) => group.takesAttendances).map((group) => group.id);
  // Of one group: whoever is in several of its groups is asked for which of them.
  const groupId = groupIds[0] ?? "";
  const client = new Redis(redis.port, "127.0.0.1");
  const failures: unknown[] = [];
  const parts = {
    store,
    bell: createSilentBell(),
    now: Date.now,
    failed: (error: unknown) => failures.push(error),
  };
  const conversations = createConversations(parts);
  const handoff = createHandoff({ ...parts, conversations, redis: { client, prefix: "deskhand:" } });
  const ids = await Promise.all(
    requesters.map(async ({ id: requesterId, role }) => {
      const opened = await conversations.open({ requesterId, channel: "web", locale: "en" });
      const requester = {
        accountId: requesterId,
        sessionId: "",
        username: "",
        name: "Ana",
        role,
        groupIds: [],
      };
      const outcome = await handoff.request(wish({ requester, conversationId: opened.id }, [groupId]));
      if (outcome.status !== "requested") throw new Error(`The request was ${outcome.status}.`);
      return outcome.attendance.row.id;
    }),
  );
  await handoff.settled();
  client.disconnect();
  if (failures.length > 0) throw new AggregateError(failures, "Putting them into the queue failed.");
  return ids;
}

async function openWire(url: string, { token }: LoggedIn): Promise<Wire> {
  const wire: Wire = io(url, { auth: { token }, transports: ["websocket"], forceNew: true });
  await new Promise<void>((resolve, reject) => {
    wire.once("connect", resolve);
    wire.once("connect_error", reject);
  });
  return wire;
}

async function tryAll(
  wire: Wire,
  agent: LoggedIn,
  waiting: readonly string[],
  { jitterMs, seed }: { readonly jitterMs: number; readonly seed: number },
): Promise<Try[]> {
  const dice = createDice(seed);
  const tries: Try[] = [];
  for (const talk of shuffled(waiting, dice)) {
    const requestId = newId();
    const twice = [dice(jitterMs + 1), dice(jitterMs + 1)].map(async (laterMs): Promise<Try> => {
      await wait(laterMs);
      const sentAt = performance.now();
      const answer = await accept(wire, talk, requestId);
      return { agent, talk, answer, tookMs: performance.now() - sentAt };
    });
    tries.push(...(await Promise.all(twice)));
  }
  return tries;
}

/** Answers with which every client asks the same again: too much at once, or not within its time (F12). */
const repeated = ["request/too-many", "server/busy"];

async function accept(wire: Wire, attendanceId: string, requestId: string): Promise<Accepted> {
  for (;;) {
    const answer = await wire.timeout(60_000).emitWithAck("attendance:accept", { attendanceId, requestId });
    if (answer.ok || !repeated.includes(answer.error.code)) return answer;
    await wait(50);
  }
}

function shuffled<T>(items: readonly T[], dice: (below: number) => number): T[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = dice(at + 1);
    const [one, two] = [mixed[at], mixed[other]];
    if (one !== undefined && two !== undefined) [mixed[at], mixed[other]] = [two, one];
  }
  return mixed;
}

async function judge(
  { store }: ScaledDesk,
  race: AcceptRace,
  waiting: readonly string[],
  tries: readonly Try[],
): Promise<RaceResult> {
  const rows = await store.db
    .selectFrom("attendance")
    .leftJoin("account", "account.id", "attendance.agent_id")
    .select(["attendance.id", "agent_id", "account.name as holder"])
    .where("attendance.id", "in", [...waiting])
    .where("phase", "=", "accepted")
    .execute();
  const holders = new Map(rows.map((row) => [row.id, row]));
  const broken: string[] = [];
  const answers = new Map<string, number>();
  for (const { agent, talk, answer } of tries) {
    const told = answer.ok ? "accepted" : answer.error.code;
    answers.set(told, (answers.get(told) ?? 0) + 1);
    const holder = holders.get(talk);
    if (answer.ok && holder?.agent_id !== agent.id)
      broken.push(`${agent.id} was told that they have ${talk}.`);
    if (told !== "attendance/taken" || answer.ok) continue;
    if (holder === undefined) broken.push(`${talk} was told to be taken, and nobody has it.`);
    const named = (answer.error.details as { holder?: { id: string; name: string } } | undefined)?.holder;
    if (named?.id !== holder?.agent_id || named?.name !== holder?.holder)
      broken.push(`Of ${talk} a loser was told ${JSON.stringify(named)}.`);
  }
  const held = new Map<string, number>();
  for (const { agent_id: id } of rows) if (id !== null) held.set(id, (held.get(id) ?? 0) + 1);
  for (const [id, count] of held) if (count > race.capacity) broken.push(`${id} has ${count}.`);
  const expected = Math.min(race.talks, race.agents * race.capacity);
  if (rows.length !== expected) broken.push(`${rows.length} were won, not ${expected}.`);
  const known = ["accepted", "attendance/taken", "attendance/at-capacity"];
  for (const [told, count] of answers) if (!known.includes(told)) broken.push(`${count} were told ${told}.`);
  const times = tries.map(({ tookMs }) => tookMs).sort((a, b) => a - b);
  const at = (share: number) => times[Math.ceil(times.length * share) - 1] ?? 0;
  return { broken, winners: rows.length, answers, p50Ms: at(0.5), p99Ms: at(0.99) };
}
