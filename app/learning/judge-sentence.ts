import { type Heard, type Judged, judge, possibleArticle } from "../../bot/index.js";
import { inLocale, type Locale } from "../../contract/index.js";
import type { Search, SearchOptions } from "../../knowledge/index.js";
import type { Recognition, Recognizer } from "../../nlp/index.js";
import type { ActivityCatalog } from "../../tickets/index.js";
import type { Recognize } from "../hearing.js";
import { toHeard, withMinimum } from "../understanding.js";

const foundMax = 6;

export interface JudgedSentence {
  readonly recognition: Recognition;
  readonly heard: Heard;
  readonly judged: Judged;
}

/**
 * What the assistant would do with a sentence that begins a talk, for somebody who may ask for all that is offered;
 * without `permits` also for one who may read everything that is not confidential.
 */
export type JudgeSentence = (
  text: string,
  language: Locale,
  permits?: SearchOptions["permits"],
) => Promise<JudgedSentence>;

export function createJudgeSentence(parts: {
  readonly recognizer: Pick<Recognizer, "threshold">;
  readonly recognize: Recognize;
  readonly search: Search;
  readonly catalog: Pick<ActivityCatalog, "activities">;
  readonly minimum: () => number | undefined;
}): JudgeSentence {
  const { recognizer, recognize, search, catalog, minimum } = parts;
  return async (text, language, permits = ({ visibility }) => visibility !== "confidential") => {
    const recognition = recognize(text, language);
    const heard = withMinimum(toHeard(recognition, recognizer.threshold), minimum());
    const find = async (asked: string) =>
      search.search(asked, { language, permits, limit: foundMax, othersBelow: possibleArticle });
    const judged = await judge({
      text,
      locale: language,
      heard,
      activities: async () =>
        (await catalog.activities()).map(({ id, name }) => ({ id, name: inLocale(name, language) })),
      findArticles: find,
      findNamed: find,
    });
    return { recognition, heard, judged };
  };
}
