import { CompiledQuery } from "kysely";

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
