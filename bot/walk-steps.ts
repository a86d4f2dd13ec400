import type { Trail } from "../contract/index.js";
import type { Step, Turn } from "./turn.js";

/** A turn that takes longer has failed: the requester hears so and can reach a person (F25). */
const turnTimeoutMs = 8000;

export interface WalkOptions {
  readonly steps: readonly Step[];
  readonly trail: Trail;
}

/** Asks each step in order until one has handled the turn; throws when that takes too long. */
export async function walkSteps({ steps, trail }: WalkOptions, turn: Turn): Promise<void> {
  const walk = async () => {
    for (const step of steps) {
      if ((await trail.span(`step ${step.name}`, {}, async () => step(turn))) === "handled") return;
    }
  };
  await within(turnTimeoutMs, walk());
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("The turn took too long.")), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
