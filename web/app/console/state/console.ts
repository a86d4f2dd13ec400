import { createStore, type StoreApi } from "zustand/vanilla";
import type { Account, Availability } from "../../../../contract/account.js";
import type { Attendance } from "../../../../contract/attendance.js";
import type { Conversation } from "../../../../contract/conversation.js";
import type { Request } from "../../../../contract/events.js";
import {
  type ChatClient,
  createTalk,
  type Keeping,
  type Me,
  type Outcome,
  type Talk,
} from "../../../chat/index.js";
import type { Api } from "../../shared/api.js";
import type { TeamApi } from "../../shared/team-api.js";
import { askToAccept } from "./ask-to-accept.js";
import { findChoices } from "./choices.js";
import { type ConsoleState, createConsoleState, isOwnGroup, type WorkTab } from "./console-state.js";
import {
  dropOffer,
  hearAttendance,
  hearOffer,
  hearOwnershipLost,
  hearParticipants,
  hearPresence,
  openTab,
  takeSnapshot,
} from "./facts.js";
import { closeTab, showGroup, showTab, showWork } from "./moves.js";
import { countAnew, hearCount, isOutOfStep, takeCount } from "./queue-count.js";
import { createRecount } from "./recount.js";
import { createShown, type Shown } from "./shown.js";

/** How much more of a long queue is read when somebody looks further. */
const pageSize = 200;
/** Those who wait for several groups come and go: how many there are in all is asked for now and then. */
const countAgainMs = 1500;

export interface ConsoleOptions {
  readonly client: ChatClient;
  readonly api: Pick<Api, "readAttendances" | "readGroups" | "readAgents"> & {
    readonly team: Pick<TeamApi, "readJoined">;
  };
  readonly me: Account;
  readonly keeping: Keeping;
}

export interface Console {
  readonly store: StoreApi<ConsoleState>;
  /** The same as the screen follows it. */
  readonly shown: Shown<ConsoleState>["store"];
  readonly client: ChatClient;
  /** The live talk of a conversation; the same object until its tab is closed. */
  talkOf(conversationId: string): Talk;
  /** Asks to hold an attendance and shows its conversation when it was given (S1-8, S1-10). */
  accept(attendanceId: string, groupId?: string): Promise<Outcome<"attendance:accept">>;
  /** Puts away the question for which group something is accepted. */
  stopChoosing(): void;
  /** Says no to an offer; it goes to a colleague. */
  decline(attendanceId: string): Promise<Outcome<"attendance:decline">>;
  /** The offer is over by the clock. */
  letPass(attendanceId: string): void;
  /** Gives what waits to a colleague, where the agent may. */
  assign(attendanceId: string, agentId: string): Promise<Outcome<"attendance:assign">>;
  /** Of two attendances of one requester one goes on; it is shown. */
  merge(attendanceId: string, intoAttendanceId: string): Promise<Outcome<"attendance:merge">>;
  end(attendanceId: string, reason: string, completionCodeId?: string): Promise<Outcome<"attendance:end">>;
  transfer(request: Request<"attendance:transfer">): Promise<Outcome<"attendance:transfer">>;
  setAvailability(status: Availability): Promise<Outcome<"presence:set">>;
  show(conversationId: string): void;
  /** Something new has come: a sound and a badge follow it. */
  arrive(): void;
  /** Opens a tab without leaving the one that is shown. */
  open(conversationId: string): void;
  close(conversationId: string): void;
  /** Says on which side of a talk this agent stands, where it is not the agent's. */
  stand(conversationId: string, side: Me["side"]): void;
  showWork(tab: WorkTab): void;
  showGroup(groupId: string): void;
  /** Reads the queue and the own talks anew. */
  reload(): Promise<void>;
  /** The same with more of a long queue. */
  readOn(): Promise<void>;
  stop(): void;
}

/** The agent's screen without its looks: one store, fed by the snapshot and by one handler per server event. */
export function createConsole({ client, api, me, keeping }: ConsoleOptions): Console {
  const store = createStore<ConsoleState>(() => createConsoleState(me));
  const shownKey = `deskhand:shown:${me.id}`;
  const talks = new Map<string, Talk>();
  const sides = new Map<string, Me["side"]>();
  /** What was heard while a snapshot is on its way. */
  const heard = new Set<string>();
  let reads = 0;
  let listMax = pageSize;
  const shown = createShown(store, client.timers);
  const change = (to: (state: ConsoleState) => ConsoleState): void => {
    store.setState(to, true);
    shown.now();
  };
  /** What happens around the agent, and may be very much. */
  const hear = (to: (state: ConsoleState) => ConsoleState): void => {
    store.setState(to, true);
    shown.soon();
  };

  function talkOf(conversationId: string, conversation?: Conversation): Talk {
    const known = talks.get(conversationId);
    if (known) return known;
    const talk = createTalk(client, conversationId, {
      me: { id: me.id, side: sides.get(conversationId) ?? "agent" },
      keeping,
      ...(conversation ? { conversation } : {}),
    });
    talks.set(conversationId, talk);
    return talk;
  }

  function learn(fact: { attendance: Attendance }, tell = change): void {
    const { id, groupIds } = fact.attendance;
    if (reads > 0) heard.add(id);
    tell((state) => hearAttendance(state, fact));
    if (groupIds.filter((groupId) => isOwnGroup(me, groupId)).length > 1) countAll();
  }

  let isCounting = false;
  function countAll(): void {
    if (isCounting || store.getState().count.isWhole) return;
    isCounting = true;
    client.timers.after(countAgainMs, async () => {
      const { waiting } = await api.readAttendances("queue", 0).catch(() => ({ waiting: undefined }));
      isCounting = false;
      if (waiting) hear((state) => ({ ...state, count: countAnew(state, waiting) }));
    });
  }

  async function reload(): Promise<void> {
    reads += 1;
    try {
      const [queue, mine, groups, agents, joined] = await Promise.all([
        api.readAttendances("queue", listMax),
        api.readAttendances("mine"),
        api.readGroups(),
        api.readAgents(),
        api.team.readJoined(),
      ]);
      const items = [...queue.items, ...mine.items];
      const shared = { joinedIds: joined.items };
      const snapshot = {
        ...shared,
        items,
        count: takeCount(queue, me),
        groups: groups.items,
        agents: agents.items,
        shownId: keeping.read(shownKey),
      };
      change((state) => takeSnapshot(state, snapshot, heard));
    } catch {
      change((state) => (state.phase === "ready" ? state : { ...state, phase: "failed" }));
    } finally {
      reads -= 1;
      if (reads === 0) heard.clear();
    }
  }

  let round = 0;
  function followConnection(): void {
    const connection = client.connection.getSnapshot();
    if (connection.status !== "online" || connection.round === round) return;
    round = connection.round;
    void reload();
  }

  const recount = createRecount({
    timers: client.timers,
    isOutOfStep: (groupId) => isOutOfStep(store.getState(), groupId),
    reload: () => void reload(),
  });

  const leave = [
    client.on("attendance:changed", (fact) => learn(fact, hear)),
    client.on("attendance:offered", (fact) => change((state) => hearOffer(state, fact))),
    client.on("offers:paused", ({ until }) => change((state) => ({ ...state, pausedUntil: until }))),
    client.on("queue:changed", (fact) => {
      hear((state) => hearCount(state, fact));
      recount(fact.groupId);
    }),
    client.on("presence:changed", (fact) => hear((state) => hearPresence(state, fact))),
    client.on("participants:changed", (fact) => change((state) => hearParticipants(state, fact))),
    client.on("ownership:lost", (fact) => change((state) => hearOwnershipLost(state, fact))),
    client.connection.subscribe(followConnection),
    store.subscribe(({ openIds, activeId, phase }) => {
      for (const id of openIds) talkOf(id);
      if (phase === "ready") keeping.write(shownKey, activeId);
    }),
  ];
  followConnection();

  return {
    store,
    shown: shown.store,
    client,
    talkOf,
    async accept(attendanceId, groupId) {
      change((state) => ({ ...state, accepting: new Set([...state.accepting, attendanceId]) }));
      const outcome = await askToAccept(client, attendanceId, groupId);
      change((state) => ({
        ...state,
        accepting: new Set([...state.accepting].filter((id) => id !== attendanceId)),
      }));
      if (outcome.ok) {
        talkOf(outcome.conversationId, outcome.conversation);
        learn(outcome);
        change((state) => showTab(openTab(state, outcome.conversationId), outcome.conversationId));
      } else if (outcome.error.code === "attendance/choose-group") {
        change((state) => ({
          ...state,
          choosing: { attendanceId, groups: findChoices(outcome.error) },
        }));
      } else if (/^attendance\/(taken|gone|not-found)$/.test(outcome.error.code)) {
        if (reads > 0) heard.add(attendanceId);
        change(({ attendances, ...state }) => ({
          ...state,
          attendances: new Map([...attendances].filter(([id]) => id !== attendanceId)),
        }));
      }
      return outcome;
    },
    async decline(attendanceId) {
      const outcome = await client.request("attendance:decline", { attendanceId });
      if (outcome.ok) change((state) => dropOffer(state, attendanceId));
      return outcome;
    },
    letPass: (attendanceId) => change((state) => dropOffer(state, attendanceId)),
    async assign(attendanceId, agentId) {
      const outcome = await client.request("attendance:assign", { attendanceId, agentId });
      if (outcome.ok) learn(outcome);
      return outcome;
    },
    async merge(attendanceId, intoAttendanceId) {
      const outcome = await client.request("attendance:merge", { attendanceId, intoAttendanceId });
      if (outcome.ok) {
        learn(outcome);
        const { id } = outcome.conversation;
        change((state) => showTab(openTab(state, id), id));
      }
      return outcome;
    },
    stopChoosing: () => change((state) => ({ ...state, choosing: undefined })),
    async end(attendanceId, reason, completionCodeId) {
      const outcome = await client.request("attendance:end", {
        attendanceId,
        ...(reason ? { reason } : {}),
        ...(completionCodeId ? { completionCodeId } : {}),
      });
      if (outcome.ok) learn(outcome);
      return outcome;
    },
    async transfer(request) {
      const outcome = await client.request("attendance:transfer", request);
      if (outcome.ok) learn(outcome);
      return outcome;
    },
    async setAvailability(status) {
      const outcome = await client.request("presence:set", { status });
      if (outcome.ok) change((state) => ({ ...state, availability: outcome.status, pausedUntil: undefined }));
      return outcome;
    },
    show: (conversationId) => change((state) => showTab(openTab(state, conversationId), conversationId)),
    open: (conversationId) => change((state) => openTab(state, conversationId)),
    arrive: () => change((state) => ({ ...state, arrivals: state.arrivals + 1 })),
    stand: (conversationId, side) => void sides.set(conversationId, side),
    close(conversationId) {
      change((state) => closeTab(state, conversationId));
      talks.get(conversationId)?.stop();
      talks.delete(conversationId);
    },
    showWork: (tab) => change((state) => showWork(state, tab)),
    showGroup: (groupId) => change((state) => showGroup(state, groupId)),
    reload,
    readOn: () => {
      listMax += pageSize;
      return reload();
    },
    stop() {
      for (const end of leave) end();
      for (const talk of talks.values()) talk.stop();
      talks.clear();
    },
  };
}
