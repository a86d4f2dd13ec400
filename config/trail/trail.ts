import { AsyncLocalStorage } from "node:async_hooks";
import type { SpanAttributes, Trail, Way } from "../../contract/index.js";

/** What a tracer does; see `otlp.ts`. */
export interface Tracer {
  start(name: string, attributes: SpanAttributes, from: readonly Way[]): OpenSpan;
  /** Sends what is waiting, then nothing more. */
  close(): Promise<void>;
}

export interface OpenSpan {
  readonly span: object;
  end(error?: unknown): void;
}

export interface DeskTrail extends Trail {
  /** From now on work is told to this tracer too. */
  traceWith(tracer: Tracer): void;
  /** Sends what the tracer has still to send. */
  close(): Promise<void>;
}

/** So many ids of what was gathered into one stand in its lines; the rest is a number. */
const idsMax = 5;

interface Place extends Way {
  readonly links?: readonly Way[];
}

/** The one trail of a node. */
export function createTrail(): DeskTrail {
  const places = new AsyncLocalStorage<Place>();
  let tracer: Tracer | undefined;

  async function traced<T>(open: OpenSpan, run: () => Promise<T>): Promise<T> {
    const requestId = places.getStore()?.requestId ?? "";
    try {
      const result = await places.run({ requestId, span: open.span }, run);
      open.end();
      return result;
    } catch (error) {
      open.end(error);
      throw error;
    }
  }

  return {
    requestId: () => places.getStore()?.requestId || undefined,
    here: () => places.getStore(),
    follow: (requestId, run) => places.run({ requestId }, run),
    goOn: (from, run) => {
      const ways = from.filter((way) => way !== undefined);
      const [first] = ways;
      if (first === undefined) return run();
      return places.run(ways.length === 1 ? first : gather(first, ways), run);
    },
    span: (name, attributes, run) => {
      if (tracer === undefined) return run();
      const here = places.getStore();
      const from = here === undefined ? [] : [here, ...(here.links ?? [])];
      return traced(tracer.start(name, attributes, from), run);
    },
    traceWith: (one) => {
      tracer = one;
    },
    close: async () => {
      await tracer?.close();
    },
  };
}

function gather(first: Way, ways: readonly Way[]): Place {
  const ids = [...new Set(ways.map((way) => way.requestId).filter((id) => id !== ""))];
  const more = ids.length > idsMax ? [`+${ids.length - idsMax}`] : [];
  return { ...first, requestId: [...ids.slice(0, idsMax), ...more].join(","), links: ways.slice(1) };
}
