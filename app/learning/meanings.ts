import { AppError, inLocale, type Locale, type NamedTarget } from "../../contract/index.js";
import { builtInIntents } from "../../nlp/index.js";
import type { Db } from "../../store/index.js";
import type { ActivityCatalog } from "../../tickets/index.js";

/** Gives targets their names, in the language of who reads them. */
export interface Meanings {
  names(targets: Iterable<string>, locale: Locale): Promise<(target: string) => NamedTarget>;
  activities(locale: Locale): Promise<NamedTarget[]>;
  /** Throws `understanding/refused` where the recognizer can learn nothing of the target. */
  requireIntent(target: string): Promise<void>;
  /** Throws `understanding/refused` where there is no such activity, article or intent. */
  require(target: string): Promise<void>;
  /** The target that a name or a target in a file stands for. */
  find(text: string): Promise<string | undefined>;
}

const articlePrefix = "article:";
const activityPrefix = "activity:";
const mostAtOnce = 500;

export function createMeanings(parts: {
  readonly db: Db;
  readonly catalog: Pick<ActivityCatalog, "activities">;
}): Meanings {
  const { db, catalog } = parts;
  const isBuiltIn = (target: string) => builtInIntents.some((intent) => intent === target);

  async function titlesOf(ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await db
      .selectFrom("article")
      .select(["id", "title"])
      .where("id", "in", ids.slice(0, mostAtOnce))
      .execute();
    return new Map(rows.map(({ id, title }) => [articlePrefix + id, title]));
  }

  async function isActivity(target: string): Promise<boolean> {
    return (await catalog.activities()).some(({ id }) => activityPrefix + id === target);
  }

  async function requireIntent(target: string): Promise<void> {
    if (isBuiltIn(target) || (await isActivity(target))) return;
    throw new AppError("understanding/refused", "There is no such activity or intent. Choose another one.");
  }

  return {
    names: async (targets, locale) => {
      const wanted = [...new Set(targets)];
      const ids = wanted.flatMap((one) =>
        one.startsWith(articlePrefix) ? [one.slice(articlePrefix.length)] : [],
      );
      const [titles, activities] = await Promise.all([titlesOf(ids), catalog.activities()]);
      for (const { id, name } of activities) titles.set(activityPrefix + id, inLocale(name, locale));
      return (target) => ({ target, title: titles.get(target) ?? target });
    },
    activities: async (locale) =>
      (await catalog.activities())
        .map(({ id, name }) => ({ target: activityPrefix + id, title: inLocale(name, locale) }))
        .sort((a, b) => a.title.localeCompare(b.title, locale)),
    requireIntent,
    require: async (target) => {
      if (!target.startsWith(articlePrefix)) return requireIntent(target);
      if ((await titlesOf([target.slice(articlePrefix.length)])).size > 0) return;
      throw new AppError("understanding/refused", "There is no such article. Choose another one.");
    },
    find: async (text) => {
      if (isBuiltIn(text) || (await isActivity(text))) return text;
      const folded = text.trim().toLowerCase();
      const named = (await catalog.activities()).find(({ name }) =>
        Object.values(name).some((one) => one?.toLowerCase() === folded),
      );
      if (named !== undefined) return activityPrefix + named.id;
      const id = text.startsWith(articlePrefix) ? text.slice(articlePrefix.length) : undefined;
      const query = db.selectFrom("article").select("id").where("state", "=", "published");
      const row = await (id === undefined
        ? query.where("title", "=", text.trim())
        : query.where("id", "=", id)
      )
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? undefined : articlePrefix + row.id;
    },
  };
}
