import type { StoreApi } from "zustand/vanilla";
import type { Timers } from "../../../chat/index.js";
import type { Api } from "../../shared/api.js";
import type { TeamApi } from "../../shared/team-api.js";
import type { ConsoleState } from "./console-state.js";
import { takeSnapshot } from "./facts.js";
import { countAnew, takeCount } from "./queue-count.js";

/** How much more of a long queue is read when somebody looks further. */
const pageSize = 200;
/** Those who wait for several groups come and go: how many there are in all is asked for now and then. */
const countAgainMs = 1500;

export type ReadingApi = Pick<Api, "readAttendances" | "readGroups" | "readAgents"> & {
  readonly team: Pick<TeamApi, "readJoined">;
};

export interface Reading {
  /** Reads the queue and the own talks anew. */
  reload(): Promise<void>;
  /** The same with more of a long queue. */
  readOn(): Promise<void>;
  /** What was heard of while a snapshot is on its way is newer than the snapshot. */
  hear(attendanceId: string): void;
  /** Asks soon how many wait in all. */
  countSoon(): void;
}

/** What the console reads by REST, beside the facts. */
export function createReading(options: {
  readonly api: ReadingApi;
  readonly timers: Timers;
  readonly store: Pick<StoreApi<ConsoleState>, "getState">;
  /** Which conversation was shown before the page was loaded again. */
  readonly readShownId: () => string | undefined;
  readonly change: (to: (state: ConsoleState) => ConsoleState) => void;
  /** The same for what may come very often. */
  readonly changeSoon: (to: (state: ConsoleState) => ConsoleState) => void;
}): Reading {
  const { api, timers, store, readShownId, change, changeSoon } = options;
  const heard = new Set<string>();
  let reads = 0;
  let listMax = pageSize;
  let isCounting = false;

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
      const snapshot = {
        joinedIds: joined.items,
        items: [...queue.items, ...mine.items],
        count: takeCount(queue, store.getState().me),
        groups: groups.items,
        agents: agents.items,
        shownId: readShownId(),
      };
      change((state) => takeSnapshot(state, snapshot, heard));
    } catch {
      change((state) => (state.phase === "ready" ? state : { ...state, phase: "failed" }));
    } finally {
      reads -= 1;
      if (reads === 0) heard.clear();
    }
  }

  return {
    reload,
    readOn() {
      listMax += pageSize;
      return reload();
    },
    hear(attendanceId) {
      if (reads > 0) heard.add(attendanceId);
    },
    countSoon() {
      if (isCounting || store.getState().count.isWhole) return;
      isCounting = true;
      timers.after(countAgainMs, async () => {
        const { waiting } = await api.readAttendances("queue", 0).catch(() => ({ waiting: undefined }));
        isCounting = false;
        if (waiting) changeSoon((state) => ({ ...state, count: countAnew(state, waiting) }));
      });
    },
  };
}
