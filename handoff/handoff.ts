import { noTrail, type Trail } from "../contract/index.js";
import { type Bell, type Conversations, loop, type TypedEvents } from "../conversation/index.js";
import type { Store } from "../store/index.js";
import type { AcceptInput, AcceptOutcome } from "./accept-attendance.js";
import { createAccepting } from "./accepting.js";
import { createAnnouncer, type HandoffEvents } from "./announcer.js";
import { type AssignInput, type AssignOutcome, assignAttendance } from "./assign-attendance.js";
import { type CloseInput, type CloseOutcome, cancelAttendance, endAttendance } from "./close-attendance.js";
import type { Admits, Desk, HandoffHooks } from "./desk.js";
import type { TransferInput, TransferOutcome } from "./destination.js";
import { followedQueue } from "./followed-queue.js";
import { type MergeInput, type MergeOutcome, mergeAttendances } from "./merge-attendance.js";
import { closeOrphans } from "./orphans.js";
import { createPeople, type People } from "./people.js";
import { createEmbeddedPresence } from "./presence.js";
import { createRedisPresence } from "./presence-redis.js";
import type { QueueIndex } from "./queue.js";
import { createEmbeddedQueue } from "./queue-embedded.js";
import { createRedisQueue } from "./queue-redis.js";
import { createReads, type Reads } from "./reads.js";
import type { AttendanceRecord } from "./record.js";
import { createRedisLink, type RedisClient } from "./redis-link.js";
import type { RequestInput, RequestOutcome } from "./request-attendance.js";
import { createRequesting } from "./requesting.js";
import { type ResumeInput, type ResumeOutcome, resumeAttendance, unfinished } from "./resume-attendance.js";
import { createEstimates } from "./routing/estimate.js";
import { declineOffer } from "./routing/offer.js";
import { createRouter } from "./routing/router.js";
import { createRouting, type Routing, receive } from "./routing/routing.js";
import { type CalendarHours, createRoutingSettings } from "./routing/settings.js";
import { reclaimSilent } from "./routing/silence.js";
import { type TakeOverInput, type TakeOverOutcome, takeOver } from "./take-over.js";
import { transferAttendance } from "./transfer-attendance.js";
import { createWaiting } from "./waiting.js";

/** Offers that lapse, doors that open, waits that grow too long: seen within this. */
const routeEveryMs = 1000;
const catchUpEveryMs = 1500;
const sweepEveryMs = 5000;
const refreshEveryMs = 15_000;
const listMax = 20;

interface RedisOptions {
  readonly client: RedisClient;
  readonly prefix: string;
  /** How long one answer may take; half a second when left out. */
  readonly commandTimeoutMs?: number;
}

export interface HandoffOptions {
  readonly store: Store;
  readonly conversations: Conversations;
  readonly bell: Bell;
  /** Left out on one node without Redis: queue and presence are in memory then. */
  readonly redis?: RedisOptions | undefined;
  readonly hooks?: HandoffHooks;
  /** Every group's people can be asked for when left out. */
  readonly admits?: Admits;
  /** The hours of the calendars groups name; every group is always open without it. */
  readonly hoursOf?: CalendarHours;
  readonly now: () => number;
  readonly trail?: Trail;
  /** Told about what failed in the background and is tried again. */
  readonly failed: (error: unknown) => void;
}

/** Live attendance: from the wish for a person to the end of the talk. Each verb is one transaction. */
export interface Handoff {
  readonly events: TypedEvents<HandoffEvents>;
  readonly people: People;
  readonly reads: Reads;
  readonly routing: Routing;
  request(input: RequestInput): Promise<RequestOutcome>;
  accept(input: AcceptInput): Promise<AcceptOutcome>;
  cancel(input: CloseInput): Promise<CloseOutcome>;
  end(input: CloseInput): Promise<CloseOutcome>;
  transfer(input: TransferInput): Promise<TransferOutcome>;
  /** An agent says no to an offer. */
  decline(input: { attendanceId: string; agentId: string }): Promise<"declined" | "missing">;
  /** A supervisor, or the dispatcher of the group, gives a waiting attendance to an agent. */
  assign(input: AssignInput): Promise<AssignOutcome>;
  /** A supervisor takes it from whoever has it. */
  takeOver(input: TakeOverInput): Promise<TakeOverOutcome>;
  /** Of two attendances of one requester one goes on. */
  merge(input: MergeInput): Promise<MergeOutcome>;
  resume(input: ResumeInput): Promise<ResumeOutcome>;
  /** What the requester could resume, newest first. */
  resumable(input: Omit<ResumeInput, "causeId">): Promise<AttendanceRecord[]>;
  health(): { readonly queue: "redis" | "embedded"; readonly state: "up" | "degraded" };
  /** Runs the background work until the signal. */
  start(signal: AbortSignal): void;
  /** Resolves when the background work has ended after the signal, and what was due has been told. */
  stopped(): Promise<void>;
  /** One round of each background work, for tests and for a node that has just found Redis again. */
  sweep(): Promise<void>;
  catchUp(): Promise<void>;
  route(): Promise<void>;
  /** Resolves when all that is due has been told. */
  settled(): Promise<void>;
}

export function createHandoff(options: HandoffOptions): Handoff {
  const { store, conversations, bell, now, failed } = options;
  const { db } = store;
  const { index, presence } = createBelow(options);
  const waiting = createWaiting({ db, index, now });
  const settings = createRoutingSettings({ db, now, hoursOf: options.hoursOf ?? (() => undefined) });
  const announcer = createAnnouncer({ db, index, waiting, conversations, bell, now, failed });
  const people = createPeople({ db, presence, bell });
  const estimate = createEstimates({ db, presence, settings, now });
  const reads = createReads({ db, waiting, estimate });
  const desk: Desk = {
    store,
    conversations,
    presence,
    index,
    hooks: options.hooks ?? {},
    admits: options.admits ?? (() => true),
    now,
    failed,
    reception: (groupIds) => receive(settings, groupIds, now()),
    publish: announcer.publish,
  };
  const router = createRouter({ desk, settings, rests: announcer.pause, turned: announcer.recount });
  const routing = createRouting({ desk, settings, waiting, kick: () => router.kick() });
  people.events.on("changed", (person) => {
    announcer.events.emit("presence-changed", person);
    if (person.isStaff) router.kick();
  });
  announcer.events.on("attendance-changed", router.kick);
  const loops: Promise<void>[] = [];

  const sweep = async () => {
    await closeOrphans(desk);
    await reclaimSilent({ desk, settings, rests: announcer.pause });
    await waiting.reconcile();
  };

  return {
    events: announcer.events,
    people,
    reads,
    routing,
    request: createRequesting(desk),
    accept: createAccepting(desk),
    cancel: (input) => cancelAttendance(desk, input),
    end: (input) => endAttendance(desk, input),
    transfer: (input) => transferAttendance(desk, input),
    decline: (input) => declineOffer(desk, input),
    assign: (input) => assignAttendance(desk, input),
    takeOver: (input) => takeOver(desk, input),
    merge: (input) => mergeAttendances(desk, input),
    resume: (input) => resumeAttendance(desk, input),
    resumable: (input) => unfinished(db, input, listMax),
    health: () => ({
      queue: options.redis === undefined ? "embedded" : "redis",
      state: index.isUp() ? "up" : "degraded",
    }),
    start: (signal) => {
      loops.push(loop(sweepEveryMs, sweep, { signal, failed }));
      loops.push(loop(routeEveryMs, router.round, { signal, failed }));
      loops.push(loop(catchUpEveryMs, announcer.catchUp, { signal, failed }));
      loops.push(loop(refreshEveryMs, people.refresh, { signal, failed }));
    },
    stopped: async () => {
      await Promise.all(loops);
      await announcer.settled();
    },
    sweep,
    catchUp: announcer.catchUp,
    route: router.round,
    settled: async () => {
      await router.settled();
      await announcer.settled();
    },
  };
}

function createBelow({ redis, now, failed, trail = noTrail }: HandoffOptions) {
  if (redis === undefined) {
    const index: QueueIndex = createEmbeddedQueue({ now });
    return { index: followedQueue(index, trail), presence: createEmbeddedPresence() };
  }
  const { prefix, client, commandTimeoutMs } = redis;
  const link = createRedisLink({ client, commandTimeoutMs, now, failed });
  return {
    index: followedQueue(createRedisQueue({ link, prefix }), trail),
    presence: createRedisPresence({ link, prefix, now }),
  };
}
