import { z } from "zod";
import { inLocale, type Locale, localizedTextSchema } from "../../contract/index.js";
import { type Db, fromJson } from "../../store/index.js";
import type { ReferenceKind } from "./definition.js";

export interface Reference {
  readonly id: string;
  readonly name: string;
}

export interface References {
  /** Whether the id points at something that is there. */
  exists(kind: ReferenceKind, id: string): Promise<boolean>;
  /** What can be chosen, by name; `undefined` for kinds the desk keeps no table of. */
  options(kind: ReferenceKind, locale: Locale): Promise<Reference[] | undefined>;
}

/** More than anybody picks from a list. */
const optionsMax = 500;
const anyIdSchema = z.string().max(100);

/** Answers from the desk's own tables. Units have no table: any id of theirs counts as existing. */
export function createReferences(db: Db): References {
  const tables = {
    origin: "origin",
    contract: "contract",
    group: "assignment_group",
    account: "account",
    template: "email_template",
  } as const;
  return {
    exists: async (kind, id) => {
      if (kind === "unit") return anyIdSchema.safeParse(id).success;
      const query =
        kind === "activity"
          ? db.selectFrom("activity").select("id").where("id", "=", id)
          : db.selectFrom(tables[kind]).select("id").where("id", "=", id);
      return (await query.executeTakeFirst()) !== undefined;
    },
    options: async (kind, locale) => {
      if (kind === "unit") return undefined;
      if (kind === "activity") return activityOptions(db, locale);
      return db.selectFrom(tables[kind]).select(["id", "name"]).orderBy("name").limit(optionsMax).execute();
    },
  };
}

async function activityOptions(db: Db, locale: Locale): Promise<Reference[]> {
  const rows = await db.selectFrom("activity").select(["id", "name_json"]).limit(optionsMax).execute();
  const named = rows.map(({ id, name_json }) => ({
    id,
    name: inLocale(fromJson(localizedTextSchema, name_json), locale),
  }));
  return named.sort((a, b) => a.name.localeCompare(b.name, locale));
}
