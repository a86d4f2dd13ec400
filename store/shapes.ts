import { CompiledQuery } from "kysely";
import type { Engine } from "./connect.js";

/**
 * Queries that differ only in how many rows they are about. The text for each number is made once: where many
 * messages pass, making it costs more than running it. Only for use inside a transaction.
 */
export function createShapes<R>(
  textFor: (count: number) => string,
): (count: number, parameters: unknown[]) => CompiledQuery<R> {
  const texts = new Map<number, string>();
  return (count, parameters) => {
    const text = texts.get(count) ?? textFor(count);
    texts.set(count, text);
    return CompiledQuery.raw(text, parameters) as CompiledQuery<R>;
  };
}

/**
 * Reads about ever other rows by id, asked often: Kysely makes the text once for each number of ids, in place of which
 * `compile` is given empty strings. What is asked with must stand in the order of the text.
 */
export function createReads<R>(
  compile: (ids: readonly string[]) => CompiledQuery<R>,
): (count: number, parameters: readonly unknown[]) => CompiledQuery<R> {
  const compiled = new Map<number, CompiledQuery<R>>();
  return (count, parameters) => {
    const read = compiled.get(count) ?? compile(Array<string>(count).fill(""));
    compiled.set(count, read);
    return { ...read, parameters };
  };
}

/** A parameter in a list of values, and what an engine must be told of it where no column says so. */
export type Mark = "plain" | "integer" | "bigint";

/** ($1, $2), ($3, $4): both engines number their parameters so. `before` others come first. */
export function marksOf(rows: number, columns: readonly Mark[], before = 0): string {
  const mark = (at: number, type: Mark) => (type === "plain" ? `$${at}` : `cast($${at} as ${type})`);
  const row = (first: number) => columns.map((type, column) => mark(first + column, type)).join(", ");
  return Array.from({ length: rows }, (_, at) => `(${row(before + at * columns.length + 1)})`).join(", ");
}

/** $1, $2, $3 for an `in (…)`. */
export function listOf(count: number, before = 0): string {
  return Array.from({ length: count }, (_, at) => `$${before + at + 1}`).join(", ");
}

/** The same rows, locked where the engine locks rows: on SQLite the transaction itself is the lock. */
export function lockingShapes<R>(
  textFor: (count: number) => string,
  lock: "for update" | "for no key update" = "for update",
): Readonly<Record<Engine, ReturnType<typeof createShapes<R>>>> {
  return {
    sqlite: createShapes<R>(textFor),
    postgres: createShapes<R>((count) => `${textFor(count)} ${lock}`),
  };
}
