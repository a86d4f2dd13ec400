import { busyBody } from "../contract/index.js";
import type { Refusal } from "./ask.js";

/** Lets requests in until the node stops. */
export interface Intake {
  /** Runs a request; once the node stops it is refused, and the client asks another node, or this one when it is back. */
  take(request: () => Promise<unknown>): Promise<unknown>;
  /** Lets nothing in any more; resolves when what is under way is done. */
  drain(): Promise<void>;
}

/** More than any burst brings; beyond it everything would only get slower, without an end (reliability F12). */
const underWayMax = 20_000;

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
      if (underWay.size >= underWayMax) return { ok: false, error: busyBody() } satisfies Refusal;
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
