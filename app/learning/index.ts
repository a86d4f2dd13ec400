import type { Parameters } from "../../config/index.js";
import type { Folders, Search } from "../../knowledge/index.js";
import { createFillers, type DetectLanguage, type Recognizer, type Stemmer } from "../../nlp/index.js";
import type { Bell, Store } from "../../store/index.js";
import type { ActivityCatalog } from "../../tickets/index.js";
import { minimumOf } from "../accuracy.js";
import type { Recognize } from "../hearing.js";
import { createTraining } from "../training.js";
import { createChoices } from "./choices.js";
import type { ReadDeskNames } from "./desk-names.js";
import { createExamples } from "./examples.js";
import { createExportList } from "./export.js";
import { createGold } from "./gold.js";
import { createJudgeSentence } from "./judge-sentence.js";
import { createMeanings } from "./meanings.js";
import { createGoldMeter } from "./measure-gold.js";
import { createQuestions } from "./questions.js";
import { createSearchWords } from "./search-words.js";
import { createReadTalk } from "./talks.js";
import { createTrainingRuns } from "./training-runs.js";
import { createTryIt } from "./try-it.js";
import { createTryThreshold } from "./try-threshold.js";

export type Learning = ReturnType<typeof createLearning>;

/** What the assistant learns from, under an admin's eye, and how well it understands. */
export function createLearning(parts: {
  readonly store: Store;
  readonly catalog: ActivityCatalog;
  readonly recognizer: Recognizer;
  readonly recognize: Recognize;
  readonly deskNames: ReadDeskNames;
  readonly search: Search;
  readonly folders: Pick<Folders, "present">;
  readonly stemmer: Stemmer;
  readonly detectLanguage: DetectLanguage;
  readonly parameters: Pick<Parameters, "numberOf">;
  readonly bell: Bell;
  readonly now: () => number;
  readonly failed: (error: unknown) => void;
}) {
  const { store, catalog, recognizer, recognize, search, bell, now, failed } = parts;
  const minimum = () => minimumOf(parts.parameters);
  const isFiller = createFillers(parts.stemmer);
  const meanings = createMeanings({ db: store.db, catalog });
  const examples = createExamples({ store, meanings, bell, now });
  const runs = createTrainingRuns({ store });
  const training = createTraining({ recognizer, catalog, taught: examples.all, now, report: runs.write });
  // What is taught on any node is learned by all, each on a thread of its own.
  examples.onChanged(() => void training.refresh().catch(failed));
  const searchWords = createSearchWords({ store, wording: search.wording, bell, now, failed });
  const judgeSentence = createJudgeSentence({ recognizer, recognize, search, catalog, minimum });
  const gold = createGold({ store, meanings, now });
  const meter = createGoldMeter({
    ...{ store, gold, meanings, judgeSentence, recognizer, now },
    model: () => training.state().model,
    stamp: () => `${minimum() ?? ""} ${searchWords.stamp()}`,
  });
  const questions = createQuestions({ store, stemmer: parts.stemmer, isFiller, now });
  const choices = createChoices({ store, meanings, examples, searchWords, now });
  const whatIf = createTryThreshold({ store, recognizer, recognize, minimum, now });
  return {
    training,
    learning: {
      ...{ meanings, examples, runs, searchWords, gold, meter, questions, choices },
      tryIt: createTryIt({ ...parts, judgeSentence, searchWords, meanings, isFiller, minimum }),
      whatIf,
      exportList: createExportList({ questions, choices, examples, gold, meter, runs, searchWords, whatIf }),
      readTalk: createReadTalk({ store }),
      threshold: () => recognizer.threshold,
    },
  };
}
