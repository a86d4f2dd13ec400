import { type Bell, type Conversations, createTypedEvents, type TypedEvents } from "../conversation/index.js";
import type { Db } from "../store/index.js";
import type { Change, Loss } from "./desk.js";
import type { PersonStatus } from "./people.js";
import type { QueueIndex } from "./queue.js";
import { toEntry } from "./record.js";
import type { Waiting } from "./waiting.js";

export interface HandoffEvents {
  /** Read it again; told once per version on every node. */
  "attendance-changed": [attendanceId: string];
  "queue-changed": [queue: { groupId: string; waiting: number }];
  "presence-changed": [person: PersonStatus];
  /** The agent let too much pass, and where the desk gives out gets nothing new for a while. */
  "offers-paused": [pause: Pause];
  /** An agent's machine should stop writing into this conversation. */
  "ownership-lost": [loss: Loss & { conversationId: string }];
}

export interface Pause {
  readonly accountId: string;
  /** Ms UTC. */
  readonly until: number;
  /** `pull` for one to whom the desk gives nothing out: all their groups let them pick, and nothing is paused. */
  readonly giving: "pull" | "push";
}

export interface Announcer {
  readonly events: TypedEvents<HandoffEvents>;
  /** After a commit: index, this node, the other nodes. Never rejects. */
  publish(change: Change): Promise<void>;
  /** Tells an agent, on whatever node they are, that they are left in peace. */
  pause(pause: Pause): void;
  /** Tells the queue of a group again on this node, although nobody has come or gone. */
  recount(groupId: string): void;
  /** Tells what no bell told, by reading what changed lately. */
  catchUp(): Promise<void>;
  /** Resolves when every queue-changed that is due has been told. */
  settled(): Promise<void>;
}

/** How far back is read again: covers commits that ended late and clocks of nodes that differ. */
const overlapMs = 10_000;

/** Each count goes to everybody of its group: a hundred changes a second are told ten times. */
const countEveryMs = 100;

interface Told {
  readonly version: number;
  readonly at: number;
}

export function createAnnouncer(options: {
  readonly db: Db;
  readonly index: QueueIndex;
  readonly waiting: Waiting;
  readonly conversations: Conversations;
  readonly bell: Bell;
  readonly now: () => number;
  readonly failed: (error: unknown) => void;
}): Announcer {
  const { db, index, bell, conversations, now } = options;
  const events = createTypedEvents<HandoffEvents>();
  const told = new Map<string, Told>();
  const startedAt = now();
  const counting = createCounting(options, (queue) => events.emit("queue-changed", queue));

  function tell(id: string, version: number, groupIds: readonly string[]): void {
    if ((told.get(id)?.version ?? 0) >= version) return;
    told.set(id, { version, at: now() });
    events.emit("attendance-changed", id);
    counting.add(groupIds);
  }

  function lose(loss: Loss & { conversationId: string }): void {
    events.emit("ownership-lost", loss);
  }

  bell.on("attendance", (payload) => {
    const [id = "", version = "", groups = ""] = payload.split(" ");
    tell(id, Number(version), groups === "" ? [] : groups.split(","));
  });
  bell.on("ownership-lost", (payload) => {
    const [conversationId = "", accountId = "", epoch = "", reason] = payload.split(" ");
    lose({ conversationId, accountId, epoch: Number(epoch), ...(reason === "silent" ? { reason } : {}) });
  });

  bell.on("offers-paused", (payload) => {
    const [accountId = "", until = "", giving] = payload.split(" ");
    events.emit("offers-paused", {
      accountId,
      until: Number(until),
      giving: giving === "pull" ? "pull" : "push",
    });
  });

  async function publish(change: Change): Promise<void> {
    const { row, groupIds } = change.record;
    const groups = [...new Set([...groupIds, ...(change.formerGroupIds ?? [])])];
    if (change.place === undefined) {
      // What is new has no place yet.
      if (row.version > 1) await index.remove(row.id, groups);
      if (row.phase === "logged") await index.add(toEntry(change.record));
    }
    conversations.announce({ conversationIds: change.conversationIds, messages: change.messages });
    tell(row.id, row.version, groups);
    bell.ring("attendance", `${row.id} ${row.version} ${groups.join(",")}`);
    if (change.lost !== undefined) {
      const loss = { conversationId: row.conversation_id, ...change.lost };
      lose(loss);
      const words = [loss.conversationId, loss.accountId, loss.epoch, ...(loss.reason ? [loss.reason] : [])];
      bell.ring("ownership-lost", words.join(" "));
    }
    for (const run of change.afterCommit) run();
  }

  return {
    events,
    publish: (change) => publish(change).catch(options.failed),
    pause: (pause) => {
      events.emit("offers-paused", pause);
      bell.ring("offers-paused", `${pause.accountId} ${pause.until} ${pause.giving}`);
    },
    recount: (groupId) => counting.add([groupId]),
    settled: () => counting.settled(),
    catchUp: async () => {
      const since = now() - overlapMs;
      for (const [id, { at }] of told) if (at < since - overlapMs) told.delete(id);
      const rows = await db
        .selectFrom("attendance")
        .leftJoin("attendance_group", "attendance_group.attendance_id", "attendance.id")
        .select(["attendance.id", "version", "group_id"])
        .where("updated_at", ">=", Math.max(since, startedAt - overlapMs))
        .execute();
      const groups = new Map<string, { version: number; groupIds: string[] }>();
      for (const { id, version, group_id } of rows) {
        const one = groups.get(id) ?? { version, groupIds: [] };
        if (group_id !== null) one.groupIds.push(group_id);
        groups.set(id, one);
      }
      for (const [id, { version, groupIds }] of groups) tell(id, version, groupIds);
    },
  };
}

/** Counts each group once for all changes that came meanwhile, and no sooner again than a panel can show it. */
function createCounting(
  options: { readonly waiting: Waiting; readonly failed: (error: unknown) => void },
  told: (queue: { groupId: string; waiting: number }) => void,
) {
  const due = new Set<string>();
  let counting: Promise<void> | undefined;
  let isResting = false;

  async function count(): Promise<void> {
    const groupIds = [...due];
    due.clear();
    const counts = await options.waiting.counts(groupIds);
    for (const [groupId, waiting] of counts) told({ groupId, waiting });
  }

  function countNow(): Promise<void> {
    counting ??= count()
      .catch(options.failed)
      .finally(() => {
        counting = undefined;
      });
    return counting;
  }

  function start(): void {
    isResting = true;
    void countNow();
    setTimeout(() => {
      isResting = false;
      if (due.size > 0) start();
    }, countEveryMs).unref();
  }

  return {
    add: (groupIds: readonly string[]) => {
      for (const id of groupIds) due.add(id);
      if (!isResting) start();
    },
    settled: async () => {
      while (due.size > 0 || counting !== undefined) await countNow();
    },
  };
}
