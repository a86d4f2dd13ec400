import type { Refusal } from "./ask.js";

/** Lets requests in until the node stops. */
export interface Intake {
  /** Runs a request; once the node stops it is refused, and the client asks another node, or this one when it is back. */
  take(request: () => Promise<unknown>): Promise<unknown>;
  /** Lets nothing in any more; resolves when what is under way is done. */
  drain(): Promise<void>;
}

const stopping: Refusal = {
  ok: false,
  error: { code: "server/busy", message: "This node is stopping; please try again in a moment." },
};

export function createIntake(): Intake {
  const underWay = new Set<Promise<unknown>>();
  let isOpen = true;
  return {
    take: async (request) => {
      if (!isOpen) return stopping;
      const answer = request();
      underWay.add(answer);
      try {
        return await answer;
      } finally {
        underWay.delete(answer);
      }
    },
    drain: async () => {
      isOpen = false;
      await Promise.allSettled(underWay);
    },
  };
}
