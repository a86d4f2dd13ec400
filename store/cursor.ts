import type { z } from "zod";
import { AppError } from "../contract/index.js";

/** A place in a list, as callers give it back to go on behind it. */
export function toCursor(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** Throws `request/malformed` for what is no place of such a list. */
export function fromCursor<T extends z.ZodType>(schema: T, after: string): z.infer<T> {
  try {
    return schema.parse(JSON.parse(Buffer.from(after, "base64url").toString()));
  } catch (cause) {
    throw new AppError("request/malformed", "`after` is not the `next` of a page.", { cause });
  }
}
