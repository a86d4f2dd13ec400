import type { Locale } from "../contract/index.js";
import type { FoundArticle } from "./ports.js";
import type { Offered, RankedActivity } from "./rank-activities.js";

/** Below this an article or an activity is not worth asking back about. */
export const possibleArticle = 0.25;
/** A recognized activity speaks for the articles its name finds, a little less than the question itself does. */
const nameWorth = 0.8;
const worthNaming = 0.15;

interface Asked {
  readonly text: string;
  readonly locale: Locale;
  findArticles(text: string): Promise<readonly FoundArticle[]>;
  findNamed(name: string): Promise<readonly FoundArticle[]>;
}

/**
 * Articles for the question, joined by those for the name of the activity that was recognized: people say "it will not
 * turn on" where the article says "slow computer". Those of another language only where the reader's has none.
 */
export async function rankArticles(
  { text, locale, findArticles, findNamed }: Asked,
  activities: readonly RankedActivity<Offered>[],
): Promise<readonly FoundArticle[]> {
  const asked = await findArticles(text);
  const [activity] = activities;
  const named = activity === undefined || activity.score < worthNaming ? [] : await findNamed(activity.name);
  const joined = join(asked, named, nameWorth * (activity?.score ?? 0));
  const own = joined.filter((article) => article.language === locale);
  return own.some((article) => article.score >= possibleArticle) ? own : joined;
}

/** Either may be right without the other: the chance that both are wrong is the product. */
function join(asked: readonly FoundArticle[], named: readonly FoundArticle[], worth: number): FoundArticle[] {
  const all = new Map(asked.map((article) => [article.id, article]));
  for (const article of named) {
    const known = all.get(article.id);
    const score = 1 - (1 - (known?.score ?? 0)) * (1 - worth * article.score);
    all.set(article.id, { ...(known ?? article), score });
  }
  return [...all.values()].sort((a, b) => b.score - a.score);
}
