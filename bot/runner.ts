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
  /** A requester wrote something in this conversation. */
  kick(conversationId: string): void;
  /** Takes up what a node that is gone left unanswered. */
  sweep(): Promise<void>;
  /** Resolves when no turn is running here. */
  idle(): Promise<void>;
  /** Ends the turns that are running and begins no other: what waits is the next start's, or another node's. */
  stop(): Promise<void>;
}

/**
 * Runs turns: one after the other within a conversation, side by side across conversations. The lease keeps two nodes
 * from thinking about the same message; that neither answers twice is the store's doing (see `runTurn`).
 */
export function createRunner(deps: RunnerDeps): Runner {
  const { conversations } = deps;
  const running = new Map<string, { again: boolean; done: Promise<void> }>();
  let isStopping = false;

  function kick(id: string): void {
    if (isStopping) return;
    const present = running.get(id);
    if (present !== undefined) {
      present.again = true;
      return;
    }
    const one = { again: false, done: Promise.resolve() };
    running.set(id, one);
    one.done = work(id)
      .catch((error: unknown) => {
        deps.log.error({ err: error, conversationId: id }, "A turn could not be run.");
        return "done" as const;
      })
      .then((result) => {
        running.delete(id);
        if (one.again) kick(id);
        else if (result === "elsewhere") setTimeout(() => kick(id), retryMs).unref();
      });
  }

  async function work(id: string): Promise<"done" | "elsewhere"> {
    const release = await deps.lease(`turn:${id}`, leaseMs);
    if (release === undefined) return "elsewhere";
    try {
      let answeredSeq = -1;
      while (!isStopping) {
        const asked = await conversations.nextAsked(id);
        // The same message again means that its turn was dropped as late: another node has it.
        if (asked === undefined || asked.message.seq === answeredSeq) break;
        answeredSeq = asked.message.seq;
        const startedAt = performance.now();
        await runTurn(deps, asked);
        deps.turnTook?.(performance.now() - startedAt);
      }
    } finally {
      release();
    }
    return "done";
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
