import { createStore, type StoreApi } from "zustand/vanilla";
import type { Account } from "../../../../contract/account.js";
import type { Attendance } from "../../../../contract/attendance.js";
import type { ChatClient, Keeping, Me, Talk } from "../../../chat/index.js";
import { type Asks, createAsks } from "./asks.js";
import { type ConsoleState, createConsoleState, isOwnGroup, type WorkTab } from "./console-state.js";
import {
  dropOffer,
  hearAttendance,
  hearGroups,
  hearOffer,
  hearOwnershipLost,
  hearParticipants,
  hearPresence,
  openTab,
} from "./facts.js";
import { settleMarks } from "./marks.js";
import { closeTab, showGroup, showTab, showWork } from "./moves.js";
import { createOpenTalks } from "./open-talks.js";
import { hearCount, isOutOfStep } from "./queue-count.js";
import { createReading, type Reading, type ReadingApi } from "./reading.js";
import { createRecount } from "./recount.js";
import { createShown, type Shown } from "./shown.js";

export interface ConsoleOptions {
  readonly client: ChatClient;
  readonly api: ReadingApi;
  readonly me: Account;
  readonly keeping: Keeping;
}

export interface Console extends Asks, Pick<Reading, "reload" | "readOn"> {
  readonly store: StoreApi<ConsoleState>;
  /** The same as the screen follows it. */
  readonly shown: Shown<ConsoleState>["store"];
  readonly client: ChatClient;
  /** The live talk of a conversation; the same object until its tab is closed. */
  talkOf(conversationId: string): Talk;
  /** Puts away the question for which group something is accepted. */
  stopChoosing(): void;
  /** The offer is over by the clock. */
  letPass(attendanceId: string): void;
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
  stop(): void;
}

/** The agent's screen without its looks: one store, fed by the snapshot and by one handler per server event. */
export function createConsole({ client, api, me, keeping }: ConsoleOptions): Console {
  const store = createStore<ConsoleState>(() => createConsoleState(me));
  const shownKey = `deskhand:shown:${me.id}`;
  const talks = createOpenTalks({ client, me, keeping });
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
  const reading = createReading({
    api,
    timers: client.timers,
    store,
    readShownId: () => keeping.read(shownKey),
    change,
    changeSoon: hear,
  });

  function learn(fact: { readonly attendance: Attendance }, tell = change): void {
    const { id, groupIds } = fact.attendance;
    reading.hear(id);
    tell((state) => hearAttendance(state, fact));
    if (groupIds.filter((groupId) => isOwnGroup(store.getState().me, groupId)).length > 1)
      reading.countSoon();
  }

  function lose(attendanceId: string): void {
    reading.hear(attendanceId);
    change((state) => {
      const attendances = new Map([...state.attendances].filter(([id]) => id !== attendanceId));
      return settleMarks({ ...state, attendances });
    });
  }

  let round = 0;
  function followConnection(): void {
    const connection = client.connection.getSnapshot();
    if (connection.status !== "online" || connection.round === round) return;
    round = connection.round;
    void reading.reload();
  }

  const recount = createRecount({
    timers: client.timers,
    isOutOfStep: (groupId) => isOutOfStep(store.getState(), groupId),
    reload: () => void reading.reload(),
  });

  const leave = [
    client.on("attendance:changed", (fact) => learn(fact, hear)),
    client.on("attendance:offered", (fact) => change((state) => hearOffer(state, fact))),
    client.on("offers:paused", (pause) => change((state) => ({ ...state, pause }))),
    client.on("queue:changed", (fact) => {
      hear((state) => settleMarks(hearCount(state, fact)));
      recount(fact.groupId);
    }),
    client.on("presence:changed", (fact) => hear((state) => hearPresence(state, fact))),
    client.on("participants:changed", (fact) => change((state) => hearParticipants(state, fact))),
    client.on("groups:changed", (fact) => {
      change((state) => hearGroups(state, fact));
      void reading.reload();
      talks.refresh();
    }),
    client.on("ownership:lost", (fact) => change((state) => hearOwnershipLost(state, fact))),
    client.connection.subscribe(followConnection),
    store.subscribe(({ openIds, activeId, phase }) => {
      for (const id of openIds) talks.of(id);
      if (phase === "ready") keeping.write(shownKey, activeId);
    }),
  ];
  followConnection();

  return {
    store,
    shown: shown.store,
    client,
    talkOf: (conversationId) => talks.of(conversationId),
    ...createAsks({ client, talks, change, learn, lose }),
    letPass: (attendanceId) => change((state) => dropOffer(state, attendanceId)),
    stopChoosing: () => change((state) => ({ ...state, choosing: undefined })),
    show: (conversationId) => change((state) => showTab(openTab(state, conversationId), conversationId)),
    open: (conversationId) => change((state) => openTab(state, conversationId)),
    arrive: () => change((state) => ({ ...state, arrivals: state.arrivals + 1 })),
    stand: talks.stand,
    close(conversationId) {
      change((state) => closeTab(state, conversationId));
      talks.close(conversationId);
    },
    showWork: (tab) => change((state) => showWork(state, tab)),
    showGroup: (groupId) => change((state) => showGroup(state, groupId)),
    reload: reading.reload,
    readOn: reading.readOn,
    stop() {
      for (const end of leave) end();
      talks.stop();
    },
  };
}
