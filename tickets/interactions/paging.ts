import { AppError } from "../../contract/index.js";

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | undefined;
}

/** Where the page begins. Throws `request/malformed` for what no list has given out. */
export function toOffset(after: string | undefined): number {
  if (after === undefined) return 0;
  if (/^\d{1,9}$/.test(after)) return Number(after);
  throw new AppError("request/malformed", "`after` must be the `next` of this list.");
}

/** One row more than the page has tells that there is another page. */
export function pageOf<T>(rows: readonly T[], limit: number, offset: number) {
  const next = rows.length > limit ? String(offset + limit) : undefined;
  return { rows: rows.slice(0, limit), next };
}

export function escapeLike(text: string): string {
  return text.replace(/[!%_]/g, "!$&");
}
