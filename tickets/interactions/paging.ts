import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { AppError } from "../../contract/index.js";

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | undefined;
}

/** Where a page ends: what it is sorted by there, and the id that tells rows with the same value apart. */
const placeSchema = z.tuple([z.union([z.string(), z.number()]), z.string()]);

/**
 * What comes after the page before, in a list sorted by an expression and then by id, both in the same direction; what
 * is added meanwhile neither doubles nor hides a row. Throws `request/malformed` for what no list has given out.
 */
export function isAfter(
  after: string | undefined,
  {
    by,
    id,
    order,
  }: { readonly by: RawBuilder<unknown>; readonly id: string; readonly order: "asc" | "desc" },
): RawBuilder<boolean> {
  if (after === undefined) return sql<boolean>`1 = 1`;
  const [value, lastId] = readPlace(after);
  const than = order === "asc" ? sql`>` : sql`<`;
  return sql<boolean>`(${by}, ${sql.ref(id)}) ${than} (${value}, ${lastId})`;
}

/** One row more than the page has tells that there is another page. */
export function pageOf<R extends { readonly id: string; readonly place: string | number }>(
  rows: readonly R[],
  limit: number,
) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const isMore = rows.length > limit && last !== undefined;
  return { ids: shown.map(({ id }) => id), next: isMore ? toText([last.place, last.id]) : undefined };
}

export function escapeLike(text: string): string {
  return text.replace(/[!%_]/g, "!$&");
}

function toText(place: z.infer<typeof placeSchema>): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

function readPlace(text: string): z.infer<typeof placeSchema> {
  try {
    return placeSchema.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
  } catch (cause) {
    throw new AppError("request/malformed", "`after` must be the `next` of this list.", { cause });
  }
}
