/** A sentence an admin has said the meaning of; the recognizer is trained with it. */
export interface TaughtExampleTable {
  id: string;
  /** `activity:<id>`, or the name of a built-in intent. */
  intent: string;
  language: string;
  text: string;
  /** "typed", "question", "choice" or "import". */
  source: string;
  created_at: number;
  created_by: string | null;
}

/** What an admin did about a question or a choice, so that it is not shown again. */
export interface QuestionVerdictTable {
  message_id: string;
  /** "taught", "dismissed", "accepted" or "rejected". */
  verdict: string;
  at: number;
  by_id: string | null;
}

/** A sentence and what is right to show for it. */
export interface GoldSentenceTable {
  id: string;
  language: string;
  text: string;
  expected_json: string;
  created_at: number;
  created_by: string | null;
}

/** How many gold sentences one model met; once for each model and set, whichever node was first. */
export interface GoldRunTable {
  id: string;
  at: number;
  /** Hash of model, set, articles and search words together. */
  key: string;
  model: string;
  total: number;
  correct: number;
  threshold: number;
  by_language_json: string;
  misses_json: string;
}

export interface TrainingRunTable {
  id: string;
  at: number;
  /** "trained", "cached" or "failed". */
  outcome: string;
  /** Hash of what was taught. */
  model: string;
  examples: number;
  intents: number;
  took_ms: number;
  threshold: number | null;
  reason: string | null;
}

/** Words that search takes for one another. */
export interface SearchSynonymTable {
  id: string;
  language: string;
  words_json: string;
  updated_at: number;
  updated_by: string | null;
}

/** What an article is worth in search, always or for questions with these words. */
export interface SearchBoostTable {
  id: string;
  article_id: string;
  words: string;
  /** "less", "more" or "first". */
  worth: string;
  updated_at: number;
  updated_by: string | null;
}
