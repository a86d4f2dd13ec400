import type { Account } from "../../../../contract/account.js";
import type { Attendance } from "../../../../contract/attendance.js";
import type { Conversation } from "../../../../contract/conversation.js";
import type { FactName, Facts, RequestName } from "../../../../contract/events.js";
import { type Console, createConsole } from "../../../../web/app/console/state/console.js";
import type { AgentSummary, AttendanceList } from "../../../../web/app/shared/api.js";
import { type ChatClient, createChatClient } from "../../../../web/chat/chat-client.js";
import { type Keeping, keepInMemory } from "../../../../web/chat/keeping.js";
import type { SocketPort } from "../../../../web/chat/socket-port.js";

export const bruno: Account = {
  id: "bruno",
  username: "bruno",
  name: "Bruno",
  role: "agent",
  groupIds: ["desk", "net"],
};
export const groups = [
  { id: "desk", name: "Service Desk" },
  { id: "net", name: "Network" },
  { id: "apps", name: "Applications" },
];
export const agents: readonly AgentSummary[] = [
  {
    id: "bruno",
    name: "Bruno",
    status: "busy",
    online: true,
    active: 0,
    capacity: 3,
    groupIds: ["desk", "net"],
  },
];

export function createAttendance(change: Partial<Attendance> & { id: string }): Attendance {
  return {
    conversationId: `talk ${change.id}`,
    phase: "logged",
    status: "pending",
    groupIds: ["desk"],
    priority: 500,
    waitingSince: 1000,
    requester: { id: "ana", name: "Ana" },
    question: "It does not print",
    language: "en",
    version: 1,
    ...change,
  };
}

export function held(attendance: Attendance, by = { id: "bruno", name: "Bruno" }): Attendance {
  return {
    ...attendance,
    phase: "accepted",
    status: "active",
    agent: by,
    acceptedAt: 5,
    version: attendance.version + 1,
  };
}

export function createConversation(id: string, change: Partial<Conversation> = {}): Conversation {
  return {
    id,
    requester: { id: "ana", name: "Ana" },
    channel: "web",
    locale: "en",
    owner: { kind: "agent", id: "bruno", name: "Bruno" },
    epoch: 7,
    lastSeq: 0,
    online: { requester: true, agent: true },
    readUpTo: { requester: 0, agent: 0 },
    createdAt: 1,
    updatedAt: 1,
    ...change,
  };
}

type Answerer = (payload: never) => unknown;

/** The desk's server as a console sees it: answers that a test sets, and facts that a test tells. */
export interface FakeDesk {
  readonly client: ChatClient;
  readonly console: Console;
  readonly asked: { readonly name: RequestName; readonly payload: unknown }[];
  readonly queue: Attendance[];
  readonly mine: Attendance[];
  /** How often the queue was read. */
  reads(): number;
  answer(name: RequestName, answerer: Answerer): void;
  tell<N extends FactName>(name: N, fact: Facts[N]): void;
  connect(): Promise<void>;
  disconnect(): void;
  /** Moves the clock, and lets what waits for it run. */
  pass(ms: number): Promise<void>;
}

export function createFakeDesk(
  options: { keeping?: Keeping; queue?: Attendance[]; mine?: Attendance[] } = {},
): FakeDesk {
  const listeners = new Map<string, ((payload: unknown) => void)[]>();
  const answers = new Map<RequestName, Answerer>();
  const asked: FakeDesk["asked"] = [];
  const clock = createClock();
  let connected = false;
  const tellSocket = (name: string, payload: unknown): void => {
    for (const listener of listeners.get(name) ?? []) listener(payload);
  };
  const socket: SocketPort = {
    get connected() {
      return connected;
    },
    active: true,
    connect: () => undefined,
    disconnect: () => undefined,
    emit(name, payload, ack) {
      asked.push({ name, payload });
      const answerer = answers.get(name);
      if (answerer) ack(answerer(payload as never));
    },
    on: (name, listener) => void listeners.set(name, [...(listeners.get(name) ?? []), listener]),
    dropBuffer: () => undefined,
  };
  let reads = 0;
  const queue = options.queue ?? [];
  const mine = options.mine ?? [];
  const client = createChatClient({ token: "t", openSocket: () => socket, timers: clock.timers });
  const made = createConsole({
    client,
    me: bruno,
    keeping: options.keeping ?? keepInMemory(),
    api: {
      readAttendances: async (view, limit) => {
        if (view === "mine") return { items: [...mine] };
        reads += 1;
        return listQueue(queue, limit);
      },
      readGroups: async () => ({ items: groups }),
      readAgents: async () => ({ items: agents }),
      team: { readJoined: async () => ({ items: [] }) },
    },
  });
  answers.set("conversation:open", ({ conversationId }: { conversationId: string }) => ({
    ok: true,
    conversation: createConversation(conversationId),
    lastSeq: 0,
  }));
  answers.set("conversation:sync", () => ({ ok: true, messages: [], upTo: 0, complete: true }));
  return {
    client,
    console: made,
    asked,
    queue,
    mine,
    reads: () => reads,
    answer: (name, answerer) => void answers.set(name, answerer),
    tell: tellSocket,
    async connect() {
      connected = true;
      tellSocket("connect", undefined);
      await settle();
    },
    disconnect() {
      connected = false;
      tellSocket("disconnect", "transport close");
    },
    async pass(ms) {
      clock.pass(ms);
      await settle();
    },
  };
}

/** As the server lists it: no more than `limit` of them, beside how many there are. */
function listQueue(queue: readonly Attendance[], limit = queue.length): AttendanceList {
  const counted = groups.map(({ id }) => ({
    groupId: id,
    waiting: queue.filter(({ groupIds }) => groupIds.includes(id)).length,
  }));
  const own = counted.filter(({ groupId }) => bruno.groupIds.includes(groupId));
  const total = queue.filter(({ groupIds }) => groupIds.some((id) => bruno.groupIds.includes(id))).length;
  return { items: queue.slice(0, limit), waiting: { total, groups: own } };
}

export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

function createClock() {
  let now = 0;
  let waiting: { readonly at: number; readonly run: () => void }[] = [];
  return {
    timers: {
      now: () => now,
      after(delayMs: number, run: () => void) {
        const entry = { at: now + delayMs, run };
        waiting.push(entry);
        return () => {
          waiting = waiting.filter((other) => other !== entry);
        };
      },
    },
    pass(ms: number) {
      now += ms;
      const due = waiting.filter(({ at }) => at <= now);
      waiting = waiting.filter(({ at }) => at > now);
      for (const { run } of due) run();
    },
  };
}
