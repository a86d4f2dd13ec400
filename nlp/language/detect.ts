import { type Locale, locales } from "../../contract/index.js";
import { builtInExamples } from "../corpus/index.js";
import { fillerWords } from "./fillers.js";
import { lexicon, sharedWords } from "./lexicon.js";
import { createLanguageProfile, type Evidence, type LanguageProfile } from "./profile.js";
import { fold, maxCharsConsidered, toWordsKeepingAccents } from "./words.js";

export interface DetectedLanguage {
  readonly language: Locale;
  /** Probability, 0..1. */
  readonly confidence: number;
}

export type DetectLanguage = (text: string, options?: { readonly prior?: Locale }) => DetectedLanguage;

/** Head start of the language that the conversation is held in, in natural logarithms: one clear word beats it, "ok" does not. */
const priorHeadStart = 2;
const mostPerWord = 3;
const mostPerShortWord = 0.9;
/** Short, but said in one language only: "mt", "el"; "nao", "the". */
const mostPerOwnShortWord = { two: 1.6, three: 2.2 } as const;
const mostPerMisspelledWord = 1.6;
const mostPerUnknownWord = 0.7;
/** Unknown words alone, however many (names of products, of people), never change the language of a conversation. */
const mostOfUnknownAlone = 1.6;
const mostOfUnknown = 3;
const shortWordChars = 3;
const maxWords = 80;
const longestSpoken = 40;
/** Addresses, file names, numbers of tickets and machines: what people paste, not what they speak. */
const notSpoken = /[\d@\\_]|^https?:|^www\.|\.(?:exe|pdf|docx?|xlsx?|pptx?|com|net|org|io)\W*$/iu;

/** Tells English, Spanish and Portuguese apart, short texts too. Without a prior and without evidence it answers English at a third. */
export function createLanguageDetector(): DetectLanguage {
  const profile = createLanguageProfile([
    ...builtInExamples(),
    ...locales.map((language) => ({ language, text: lexicon[language] })).flatMap(splitLexicon),
    ...locales.map((language) => ({ language, text: smallWords(language) })),
  ]);
  return (text, { prior } = {}) => {
    const evidence = gather(profile, toWordsKeepingAccents(spokenPart(text)).slice(0, maxWords));
    const scores = evidence.map((score, place) => score + (locales[place] === prior ? priorHeadStart : 0));
    return mostProbable(scores);
  };
}

/** Single letters stand in every list of stop words. */
function smallWords(language: Locale): string {
  const words = fillerWords(language).filter((word) => word.length > 1 || "qkxy".includes(word));
  return [...new Set(words)].join(" ");
}

/** The lexicon is longer than what is considered of one text, so that it goes in line by line. */
function splitLexicon({ language, text }: { language: Locale; text: string }) {
  return text.split("\n").map((line) => ({ language, text: line }));
}

function spokenPart(text: string): string {
  const parts = text.slice(0, maxCharsConsidered).split(/\s+/u);
  return parts.filter((part) => part.length <= longestSpoken && !notSpoken.test(part)).join(" ");
}

function gather(profile: LanguageProfile, words: readonly string[]): number[] {
  const known = locales.map(() => 0);
  const unknown = locales.map(() => 0);
  let anyKnown = false;
  for (const word of words) {
    if (sharedWords.has(word)) continue;
    const said = profile.word(word);
    const meant = said === undefined ? profile.nearWords(word) : undefined;
    if (said !== undefined) {
      anyKnown = true;
      add(known, relative(said.evidence, mostFor(word, said.isOnly)));
    } else if (meant !== undefined) {
      add(known, relative(meant, mostPerMisspelledWord));
    } else {
      add(unknown, relative(profile.spelling(word), mostPerUnknownWord));
    }
  }
  add(known, relative(unknown, anyKnown ? mostOfUnknown : mostOfUnknownAlone));
  return known;
}

/** Short words live in several languages at once ("no", "a", "me"), unless an accent gives them away ("não"). */
function mostFor(word: string, isOnly: boolean): number {
  if (word.length > shortWordChars || fold(word) !== word) return mostPerWord;
  if (!isOnly) return mostPerShortWord;
  return word.length < shortWordChars ? mostPerOwnShortWord.two : mostPerOwnShortWord.three;
}

/** Evidence as distance from the best language, at most `most`. */
function relative(evidence: Evidence, most: number): number[] {
  const best = Math.max(...evidence);
  return evidence.map((score) => Math.max(-most, score - best));
}

function add(sum: number[], evidence: readonly number[]): void {
  evidence.forEach((score, place) => {
    sum[place] = (sum[place] ?? 0) + score;
  });
}

function mostProbable(scores: readonly number[]): DetectedLanguage {
  const best = Math.max(...scores);
  const total = scores.reduce((sum, score) => sum + Math.exp(score - best), 0);
  return { language: locales[scores.indexOf(best)] ?? "en", confidence: 1 / total };
}
