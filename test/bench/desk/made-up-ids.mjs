import { createHash } from "node:crypto";
import { sql } from "kysely";

/** The id of the thing with this number, of this kind, as SQL over a number; the same on both engines. */
export function idOf(kind, number = "x") {
  const digits = `cast(${number} as text)`;
  return sql.raw(`'${startOf(kind)}' || substr('000000000000' || ${digits}, length(${digits}) + 1)`);
}

/** The same id for a number known here. */
export function idAt(kind, number) {
  return `${startOf(kind)}${String(number).padStart(12, "0")}`;
}

/** A name with a number. */
export function nameOf(text, number = "x") {
  return sql.raw(`'${text}' || cast(${number} as text)`);
}

/** Rows n(x) from 1 to `most`, as the beginning of a statement. */
export function numbersTo(most) {
  return sql`with recursive n(x) as (select cast(1 as bigint) union all select x + 1 from n where x < ${sql.lit(most)})`;
}

function startOf(kind) {
  return `${createHash("sha256").update(kind).digest("hex").slice(0, 8)}-0000-7000-8000-`;
}
