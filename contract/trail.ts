/** A place in the work for a request, to go on from later or in other company. */
export interface Way {
  readonly requestId: string;
  /** Of the tracer, when there is one. */
  readonly span?: object;
}

export type SpanAttributes = Readonly<Record<string, string | number | boolean>>;

/**
 * Follows what is done for one request through everything that is awaited on its behalf, from the browser to the
 * database: lines of the log carry its id, and so do statements that PostgreSQL sees.
 */
export interface Trail {
  /** The request this is done for; several, separated by commas, where they were gathered into one. */
  requestId(): string | undefined;
  here(): Way | undefined;
  /** Runs for this request; everything it awaits belongs to it. */
  follow<T>(requestId: string, run: () => T): T;
  /** Goes on from there; from several places for what was gathered into one; just runs when there is none. */
  goOn<T>(from: readonly (Way | undefined)[], run: () => T): T;
  /** Tells the tracer that this was done and how long it took; without a tracer it just runs. */
  span<T>(name: string, attributes: SpanAttributes, run: () => Promise<T>): Promise<T>;
}

/** What an id may consist of: nothing that could end a comment in SQL or begin a line in a log. */
const plainId = /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,99}$/;

/** The id a client has given its request, if it may stand in logs. */
export function readRequestId(value: unknown): string | undefined {
  return typeof value === "string" && plainId.test(value) ? value : undefined;
}

/** For parts that are used alone: nothing is followed. */
export const noTrail: Trail = {
  requestId: () => undefined,
  here: () => undefined,
  follow: (_requestId, run) => run(),
  goOn: (_from, run) => run(),
  span: (_name, _attributes, run) => run(),
};
