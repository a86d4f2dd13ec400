import type { z } from "zod";

/** Reads a `*_json` column; a row that does not fit its schema is a bug of ours and throws. */
export function fromJson<S extends z.ZodType>(schema: S, text: string): z.infer<S> {
  return schema.parse(JSON.parse(text));
}

/** Writes a `*_json` column. */
export function toJson(value: unknown): string {
  return JSON.stringify(value);
}
