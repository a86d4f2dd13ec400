import { StemmerEn } from "@nlpjs/basic";
import { StemmerEs } from "@nlpjs/lang-es";
import { StemmerPt } from "@nlpjs/lang-pt";
import type { Locale } from "../../contract/index.js";
import { synonyms } from "./synonyms.js";
import { toWords } from "./words.js";

const maxRemembered = 20_000;
const maxDocumentChars = 300_000;
/** Words that lose too much: a restaurant is not restored. */
const wholeWords: Readonly<Record<Locale, ReadonlySet<string>>> = {
  en: new Set(["news", "university", "universe"]),
  es: new Set(["restaurante", "restaurantes", "universidad", "universo"]),
  pt: new Set(["restaurante", "restaurantes", "universidade", "universo"]),
};

export interface Stemmer {
  /** The stem of one folded word. */
  stem(word: string, language: Locale): string;
  /** The stems of all words of a text, in order; of a long document too. */
  stems(text: string, language: Locale): string[];
}

/** Stems of the three languages, one for all synonyms. Remembers at most 40,000 words a language, where nlp.js alone would remember every word ever seen. */
export function createStemmer(): Stemmer {
  const stemmers = { en: new StemmerEn(), es: new StemmerEs(), pt: new StemmerPt() };
  const remembered = {
    en: new Map<string, string>(),
    es: new Map<string, string>(),
    pt: new Map<string, string>(),
  };
  /** What was remembered until it became too much: words that go on being said come back from here. */
  const before = {
    en: new Map<string, string>(),
    es: new Map<string, string>(),
    pt: new Map<string, string>(),
  };

  const standFor = {
    en: toStandIns(synonyms.en, (word) => bareStem(word, "en")),
    es: toStandIns(synonyms.es, (word) => bareStem(word, "es")),
    pt: toStandIns(synonyms.pt, (word) => bareStem(word, "pt")),
  };

  function bareStem(word: string, language: Locale): string {
    if (wholeWords[language].has(word)) return word;
    return withoutMarks(stemmers[language].stemWord(word) || word);
  }

  function workOut(word: string, language: Locale): string {
    const bare = bareStem(word, language);
    return standFor[language].get(bare) ?? bare;
  }

  function stem(word: string, language: Locale): string {
    const known = remembered[language].get(word);
    if (known !== undefined) {
      return known;
    }
    if (remembered[language].size >= maxRemembered) {
      before[language] = remembered[language];
      remembered[language] = new Map();
      stemmers[language].cache = {};
    }
    const found = before[language].get(word) ?? workOut(word, language);
    remembered[language].set(word, found);
    return found;
  }

  return {
    stem,
    stems: (text, language) => toWords(text, maxDocumentChars).map((word) => stem(word, language)),
  };
}

function toStandIns(lines: readonly string[], stemOf: (word: string) => string): Map<string, string> {
  return new Map(
    lines.flatMap((line) => {
      const stems = line.split(" ").map(stemOf);
      return stems.map((one) => [one, stems[0] ?? one] as const);
    }),
  );
}

/** The stemmers answer with accents of their own now and then; the features know none. */
function withoutMarks(stem: string): string {
  return stem.normalize("NFD").replace(/\p{M}+/gu, "");
}
