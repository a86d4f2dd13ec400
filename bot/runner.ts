import type { Way } from "../contract/index.js";
import type { Asked } from "../conversation/index.js";
import { runTurn, type TurnDeps } from "./run-turn.js";

/** How long a requester waits at most for another node when theirs dies in the middle of a turn; turns take far less. */
const leaseMs = 5000;
const retryMs = 100;
const sweepMax = 200;

export interface RunnerDeps extends TurnDeps {
  /** The right to run a conversation's turns, for a time; `undefined` while another node has it. */
  readonly turnTook?: ((ms: number) => void) | undefined;
  lease(name: string, ttlMs: number): Promise<(() => void) | undefined>;
}

export interface Runner {
  /** A requester wrote something in this conversation: the message, when it is known which. */
  kick(conversationId: string, messageId?: string): void;
  /** Takes up what a node that is gone left unanswered. */
  sweep(): Promise<void>;
  /** Resolves when no turn is running here. */
  idle(): Promise<void>;
  /** Ends the turns that are running and begins no other: what waits is the next start's, or another node's. */
  stop(): Promise<void>;
}

/** The requests that brought the messages of a conversation, by message. */
type Ways = readonly (readonly [messageId: string, way: Way | undefined])[];

interface Running {
  again: boolean;
  done: Promise<void>;
  readonly ways: Map<string, Way | undefined>;
}

/**
 * Runs turns: one after the other within a conversation, side by side across conversations. The lease keeps two nodes
 * from thinking about the same message; that neither answers twice is the store's doing (see `runTurn`).
 */
export function createRunner(deps: RunnerDeps): Runner {
  const { conversations, trail } = deps;
  const running = new Map<string, Running>();
  let isStopping = false;

  function kick(id: string, messageId?: string): void {
    start(id, messageId === undefined ? [] : [[messageId, trail.here()]]);
  }

  function start(id: string, ways: Ways): void {
    if (isStopping) return;
    const present = running.get(id);
    if (present !== undefined) {
      present.again = true;
      for (const [messageId, way] of ways) present.ways.set(messageId, way);
      return;
    }
    const one: Running = { again: false, done: Promise.resolve(), ways: new Map(ways) };
    running.set(id, one);
    one.done = work(id, one.ways)
      .catch((error: unknown) => {
        tellFailed(error, id);
        return "done" as const;
      })
      .then((result) => {
        running.delete(id);
        if (one.again) start(id, [...one.ways]);
        else if (result === "elsewhere") setTimeout(() => start(id, [...one.ways]), retryMs).unref();
      });
  }

  async function work(id: string, ways: ReadonlyMap<string, Way | undefined>): Promise<"done" | "elsewhere"> {
    const release = await deps.lease(`turn:${id}`, leaseMs);
    if (release === undefined) return "elsewhere";
    try {
      let answeredSeq = -1;
      while (!isStopping) {
        const asked = await conversations.nextAsked(id);
        // The same message again means that its turn was dropped as late: another node has it.
        if (asked === undefined || asked.message.seq === answeredSeq) break;
        answeredSeq = asked.message.seq;
        const isLast = asked.conversation.asked_seq <= answeredSeq;
        const startedAt = performance.now();
        await along(ways.get(asked.message.id), asked);
        deps.turnTook?.(performance.now() - startedAt);
        // What came meanwhile was told: it begins anew.
        if (isLast) break;
      }
    } finally {
      release();
    }
    return "done";
  }

  function tellFailed(error: unknown, conversationId: string): void {
    deps.log.error({ err: error, conversationId }, "A turn could not be run.");
  }

  /** A turn belongs to the request that brought its message; one that is taken up later to the message itself. */
  function along(way: Way | undefined, asked: Asked): Promise<void> {
    const { id } = asked.message;
    const turn = () =>
      trail
        .span("turn", { "deskhand.message_id": id }, () => runTurn(deps, asked))
        .catch((error: unknown) => tellFailed(error, asked.conversation.id));
    return way === undefined ? trail.follow(id, turn) : trail.goOn([way], turn);
  }

  async function idle(): Promise<void> {
    while (running.size > 0) await Promise.all([...running.values()].map((one) => one.done));
  }

  return {
    kick,
    idle,
    stop: () => {
      isStopping = true;
      return idle();
    },
    sweep: async () => {
      for (const id of await conversations.findUnanswered(sweepMax)) if (!running.has(id)) kick(id);
    },
  };
}
