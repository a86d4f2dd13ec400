import { type RawBuilder, sql } from "kysely";

export type Compare = "eq" | "ne" | "co" | "sw" | "ew" | "gt" | "ge" | "lt" | "le" | "pr";

/** What a list is narrowed to, in fields that are columns. */
export type Where<F extends string> =
  | { readonly kind: "all" }
  | { readonly kind: "and" | "or"; readonly parts: readonly Where<F>[] }
  | { readonly kind: "not"; readonly part: Where<F> }
  | {
      readonly kind: "compare";
      readonly field: F;
      readonly by: Compare;
      /** As the column has it: lower case where it is compared so, 0 and 1 for flags. */
      readonly value: string | number | null;
    };

/** A column, or how several rows behind one are looked at for a value. */
export type Columns<F extends string> = Readonly<
  Record<F, RawBuilder<unknown> | ((value: string | number | null) => RawBuilder<boolean>)>
>;

const signs = { gt: sql`>`, ge: sql`>=`, lt: sql`<`, le: sql`<=` } as const;

/** The same as SQL, for both engines. */
export function toSql<F extends string>(where: Where<F>, columns: Columns<F>): RawBuilder<boolean> {
  switch (where.kind) {
    case "all":
      return sql<boolean>`1 = 1`;
    case "and":
    case "or": {
      const parts = where.parts.map((part) => toSql(part, columns));
      return sql<boolean>`(${sql.join(parts, where.kind === "and" ? sql` and ` : sql` or `)})`;
    }
    case "not":
      // What is not there does not match, and so matches the contrary.
      return sql<boolean>`not coalesce(${toSql(where.part, columns)}, false)`;
    case "compare": {
      const column: Columns<F>[F] = columns[where.field];
      return typeof column === "function" ? column(where.value) : compare(column, where.by, where.value);
    }
  }
}

function compare(
  column: RawBuilder<unknown>,
  by: Compare,
  value: string | number | null,
): RawBuilder<boolean> {
  const isMissing = sql<boolean>`${column} is null`;
  switch (by) {
    case "pr":
      return sql<boolean>`${column} is not null`;
    case "eq":
      return value === null ? isMissing : sql<boolean>`${column} = ${value}`;
    case "ne":
      return value === null
        ? sql<boolean>`${column} is not null`
        : sql<boolean>`(${isMissing} or ${column} <> ${value})`;
    case "co":
      return like(column, `%${escapeLike(value)}%`);
    case "sw":
      return like(column, `${escapeLike(value)}%`);
    case "ew":
      return like(column, `%${escapeLike(value)}`);
    default:
      return sql<boolean>`${column} ${signs[by]} ${value}`;
  }
}

function like(column: RawBuilder<unknown>, pattern: string): RawBuilder<boolean> {
  return sql<boolean>`${column} like ${pattern} escape '!'`;
}

function escapeLike(value: string | number | null): string {
  return String(value ?? "").replace(/[!%_]/g, "!$&");
}
