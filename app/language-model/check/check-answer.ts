import type { Locale } from "../../../contract/index.js";
import { type DetectLanguage, fold, type IsFiller, type Stemmer, toWords } from "../../../nlp/index.js";
import type { Source } from "../source.js";
import { type Carrier, createCarrier, type Evidence } from "./carry.js";
import { type CitedSentence, cutSentences } from "./cut-sentences.js";
import { glue, listed, perLocale } from "./words.js";

export const notInArticles = "NOT-IN-ARTICLES";
const charsMost = 1500;
const sentencesMost = 10;
const sureOfLanguage = 0.8;

export const refusals = [
  "not-in-articles",
  "form",
  "too-long",
  "language",
  "uncited",
  "unknown-source",
  "fact",
  "name",
  "contradicted",
  "not-carried",
] as const;
export type Refusal = (typeof refusals)[number];

export type Checked =
  | { readonly isCarried: true; readonly sentences: readonly CitedSentence[] }
  /** `at` is what it was refused for, in the words of the answer. */
  | { readonly isCarried: false; readonly why: Refusal; readonly at: string };

/** Whether an answer says only what the sources say that it names. What it cannot tell, it refuses. */
export type CheckAnswer = (
  answer: string,
  wish: { readonly sources: readonly Source[]; readonly locale: Locale },
) => Checked;

/** What nobody sees and machines read, or what turns writing round. */
const hidden = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Variation_Selector}]/u;
/** Marks of HTML and Markdown that make something happen: tags, links, pictures, blocks of code. */
const markup = /<\/?[a-z!?]|\]\(|!\[|\]:|```|~~~|&[a-z]{2,8};|&#|\b(?:javascript|data|vbscript):/iu;
/** Of a citation nothing is left by now. */
const strayMark = /[[\]{}【】|\\]/u;

export function createCheckAnswer(parts: {
  readonly stemmer: Stemmer;
  readonly isFiller: IsFiller;
  readonly detectLanguage: DetectLanguage;
}): CheckAnswer {
  const { stemmer, isFiller, detectLanguage } = parts;
  const carrier = createCarrier(parts);
  const isGlue = perLocale((locale) => listed(glue[locale]));

  /** A word with a capital letter where none is needed: somebody's or something's name, and to be written like it. */
  function strangeName(sentence: string, cited: readonly KnownSource[], locale: Locale): string | undefined {
    const isName = (name: string) => cited.some(({ names }) => names.has(name));
    const isSaid = (name: string) =>
      toWords(name).every((one) =>
        cited.some(
          ({ evidence: { words, stems } }) => words.has(one) || stems.has(stemmer.stem(one, locale)),
        ),
      );
    const claimsNothing = (name: string) =>
      isGlue[locale].has(fold(name)) || isFiller(stemmer.stem(fold(name), locale), locale);
    return [...sentence.matchAll(word)].find(({ 0: name, index }) => {
      if (!/\p{Lu}/u.test(name) || isName(name)) return false;
      // The first word has its capital in any case.
      const isOpening = !/[\p{L}\p{N}]/u.test(sentence.slice(0, index)) && !/\p{Lu}.*\p{Lu}/u.test(name);
      return !(isOpening && (isSaid(name) || claimsNothing(name)));
    })?.[0];
  }

  return (answer, { sources, locale }) => {
    const text = answer.trim().normalize("NFC");
    if (text === "" || text.includes(notInArticles)) return refused("not-in-articles", "");
    if (text.length > charsMost) return refused("too-long", `${text.slice(0, 80)}…`);
    const odd = hidden.exec(text.replace(/\r\n?/gu, "\n")) ?? markup.exec(text);
    if (odd !== null) return refused("form", around(text, odd.index));
    const sentences = cutSentences(text);
    if (sentences.length === 0) return refused("not-in-articles", "");
    if (sentences.length > sentencesMost) return refused("too-long", sentences[sentencesMost]?.text ?? "");
    const spoken = detectLanguage(sentences.map((one) => one.text).join(" "), { prior: locale });
    if (spoken.language !== locale && spoken.confidence >= sureOfLanguage)
      return refused("language", text.slice(0, 80));
    const known = new Map(sources.map((source) => [source.number, toKnown(source, carrier, locale)]));
    for (const sentence of sentences) {
      const why = judge(sentence, known, locale);
      if (why !== undefined) return why;
    }
    return { isCarried: true, sentences };
  };

  function judge(
    { text, cites }: CitedSentence,
    known: ReadonlyMap<number, KnownSource>,
    locale: Locale,
  ): Checked | undefined {
    if (strayMark.test(text)) return refused("form", text);
    if (cites.length === 0) return refused("uncited", text);
    if (cites.some((number) => !known.has(number))) return refused("unknown-source", text);
    const cited = cites.flatMap((number) => known.get(number) ?? []);
    const name = strangeName(text, cited, locale);
    if (name !== undefined) return refused("name", name);
    // Each source alone: what two articles say in part, neither says.
    const verdicts = cited.map(({ evidence }) => carrier.judge(text, evidence, locale));
    const [first] = verdicts;
    return verdicts.includes(undefined) || first === undefined ? undefined : refused(first.why, first.at);
  }
}

interface KnownSource {
  readonly evidence: Evidence;
  /** Words with a capital letter, as they are written. */
  readonly names: ReadonlySet<string>;
}

const word = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

function toKnown({ title, text }: Source, carrier: Carrier, locale: Locale): KnownSource {
  const whole = `${title}\n${text}`;
  const names = (whole.match(word) ?? []).filter((one) => /\p{Lu}/u.test(one));
  return { evidence: carrier.read(whole, locale), names: new Set(names) };
}

function refused(why: Refusal, at: string): Checked {
  return { isCarried: false, why, at: at.slice(0, 200) };
}

function around(text: string, at: number): string {
  return text.slice(Math.max(0, at - 30), at + 50);
}
