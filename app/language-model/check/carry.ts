import type { Locale } from "../../../contract/index.js";
import { type IsFiller, type Stemmer, toWords } from "../../../nlp/index.js";
import { type Facts, findFacts, isUnit, strangeFact, toFigure } from "./find-facts.js";
import { firstPerson, glue, grave, listed, negations, opposites, perLocale } from "./words.js";

/** Of the words of a sentence that say something, this many stand in the article it names. */
const leastCarried = 0.7;
/** And this many near each other: words from all over an article make any sentence. */
const leastNear = 0.5;
const nearSentences = 3;
/** Places of the article that are so much less like the sentence than the best are not what it says. */
const besideBest = 0.75;
/** A "not" takes in what follows it, so many words that say something. */
const reachOfNot = 3;
/** What a number is about are the words nearest to it; half of them are as near to it in the article. */
const namesOfNumber = 3;
const besideNumber = 10;
const clauseGap = /[,;:()[\]«»“”"|–—]+/u;
const evidenceGap = /(?<=[.!?…]["”»)]?)\s+|\n+/u;

/** Why a sentence is not carried by what it names, and by which of its words. */
export interface Uncarried {
  readonly why: "fact" | "contradicted" | "not-carried";
  readonly at: string;
}

interface Token {
  readonly word: string;
  readonly stem: string;
  /** Of a number, in whatever way it is written. */
  readonly figure: string | undefined;
  /** Says something: no word that every sentence may have. */
  readonly isSaying: boolean;
  /** Says what a number is about: neither a number nor what it counts in. */
  readonly names: boolean;
}

interface Read {
  readonly tokens: readonly Token[];
  /** Of all its words. */
  readonly all: ReadonlySet<string>;
  /** What says something, as stems, in order. */
  readonly stems: readonly string[];
  /** The stems that a "not" takes in. */
  readonly denied: ReadonlySet<string>;
  /** Of each "not" the first of them. */
  readonly firstDenied: readonly string[];
  /** A "not" before nothing that says something: "without it". */
  readonly hasOpenNot: boolean;
}

/** A few sentences in a row. */
interface Place {
  readonly sentences: readonly Read[];
  readonly stems: ReadonlySet<string>;
  readonly facts: Facts;
}

/** An article, read once for all that is held against it. */
export interface Evidence {
  readonly places: readonly Place[];
  readonly stems: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly tokens: readonly Token[];
}

export interface Carrier {
  read(text: string, locale: Locale): Evidence;
  /** Whether the article says what this sentence says, as far as words can tell; nothing where it does. */
  judge(sentence: string, evidence: Evidence, locale: Locale): Uncarried | undefined;
}

export function createCarrier({
  stemmer,
  isFiller,
}: {
  readonly stemmer: Stemmer;
  readonly isFiller: IsFiller;
}): Carrier {
  const known = perLocale((locale) => ({
    isGlue: new Set([...listed(glue[locale])].map((word) => stemmer.stem(word, locale))),
    isNot: listed(negations[locale]),
    isSelf: listed(firstPerson[locale]),
    isGrave: new Set([...listed(grave[locale])].map((word) => stemmer.stem(word, locale))),
    pairs: [...listed(opposites[locale])].map((pair) =>
      pair.split("/").map((side) => side.split("|").map((word) => stemmer.stem(word, locale))),
    ),
  }));

  function readSentence(text: string, locale: Locale): Read {
    const { isNot } = known[locale];
    const tokens: Token[] = [];
    const denied = new Set<string>();
    const firstDenied: string[] = [];
    let hasOpenNot = false;
    for (const clause of text.split(clauseGap)) {
      let reach = 0;
      let isFirst = false;
      for (const word of toWords(clause)) {
        const token = toToken(word, locale);
        tokens.push(token);
        if (isNot.has(word)) {
          reach = reachOfNot;
          isFirst = true;
        } else if (token.isSaying) {
          if (reach > 0) denied.add(token.stem);
          if (isFirst) firstDenied.push(token.stem);
          isFirst = false;
          reach -= 1;
        }
      }
      hasOpenNot ||= isFirst;
    }
    const stems = tokens.filter(({ isSaying }) => isSaying).map(({ stem }) => stem);
    return { tokens, all: new Set(tokens.map(({ stem }) => stem)), stems, denied, firstDenied, hasOpenNot };
  }

  function toToken(word: string, locale: Locale): Token {
    const { isGlue, isNot } = known[locale];
    const stem = stemmer.stem(word, locale);
    const isSaying = !isNot.has(word) && !isFiller(stem, locale) && !isGlue.has(stem);
    const figure = toFigure(word, locale);
    return { word, stem, figure, isSaying, names: isSaying && figure === undefined && !isUnit(word, locale) };
  }

  return {
    read: (text, locale) => {
      const parts = text.split(evidenceGap).filter((part) => part.trim() !== "");
      const sentences = parts.map((part) => readSentence(part, locale));
      const places = sentences.map((_, at): Place => {
        const near = sentences.slice(at, at + nearSentences);
        const facts = findFacts(parts.slice(at, at + nearSentences).join("\n"), locale);
        return { sentences: near, stems: new Set(near.flatMap(({ stems }) => stems)), facts };
      });
      return {
        places,
        stems: new Set(sentences.flatMap(({ stems }) => stems)),
        words: new Set(sentences.flatMap(({ tokens }) => tokens.map(({ word }) => word))),
        tokens: sentences.flatMap(({ tokens }) => tokens),
      };
    },
    judge: (sentence, evidence, locale) => {
      const said = readSentence(sentence, locale);
      const { isSelf, pairs } = known[locale];
      if (said.tokens.some(({ word }) => isSelf.has(word) && !evidence.words.has(word))) {
        return { why: "not-carried", at: sentence };
      }
      const asked = [...new Set(said.stems)];
      const shareIn = (stems: ReadonlySet<string>) =>
        asked.length === 0 ? 0 : asked.filter((stem) => stems.has(stem)).length / asked.length;
      const shares = evidence.places.map(({ stems }) => shareIn(stems));
      const best = Math.max(0, ...shares);
      if (shareIn(evidence.stems) < leastCarried || best < leastNear) {
        return {
          why: "not-carried",
          at: asked.filter((stem) => !evidence.stems.has(stem)).join(", ") || sentence,
        };
      }
      const places = evidence.places.filter((_, at) => (shares[at] ?? 0) >= best * besideBest);
      const facts = findFacts(sentence, locale);
      const missing = places.map((place) => strangeFact(facts, place.facts));
      const stating = places.filter((_, at) => missing[at] === undefined);
      if (stating.length === 0)
        return { why: "fact", at: missing.find((fact) => fact !== undefined) ?? sentence };
      const tells = [...said.all].filter((stem) => known[locale].isGrave.has(stem));
      // What the whole article is about stands in its title.
      const [title] = evidence.places[0]?.sentences ?? [];
      const telling = [
        ...places.flatMap(({ sentences }) => sentences),
        ...(title === undefined ? [] : [title]),
      ];
      const strange = tells.find((stem) => !telling.some(({ all }) => all.has(stem)));
      if (strange !== undefined) return { why: "not-carried", at: strange };
      const stray = strayNumber(said, evidence.tokens);
      if (stray !== undefined) return { why: "fact", at: stray };
      const agrees = stating.some((place) => !turnsRound(said, place, pairs));
      return agrees ? undefined : { why: "contradicted", at: sentence };
    },
  };
}

type Pairs = readonly (readonly (readonly string[])[])[];

/** Whether the sentence says the opposite of this place: with a "not" too many or too few, or "off" for "on". */
function turnsRound(said: Read, place: Place, pairs: Pairs): boolean {
  return leavesNotOut(said, place) || addsNot(said, place) || swaps(said, place, pairs);
}

/** Says plainly what the place says only with a "not". */
function leavesNotOut({ stems, denied }: Read, { sentences }: Place): boolean {
  return stems.some((stem) => {
    const saying = sentences.filter((one) => one.stems.includes(stem));
    return !denied.has(stem) && saying.length > 0 && saying.every((one) => one.denied.has(stem));
  });
}

/** Says with a "not" what the place does not. */
function addsNot({ firstDenied, stems }: Read, { sentences }: Place): boolean {
  const open = sentences.filter(({ hasOpenNot }) => hasOpenNot);
  return firstDenied.some(
    (stem) =>
      !sentences.some((one) => one.denied.has(stem)) &&
      // "Without it" is without whatever was spoken of.
      !open.some(
        (one) => !one.all.has(stem) && stems.filter((other) => one.all.has(other)).length >= stems.length / 2,
      ),
  );
}

/** The first number that in the article stands beside nothing of what it stands beside here. */
function strayNumber({ tokens }: Read, known: readonly Token[]): string | undefined {
  return tokens.find(({ figure }, at) => {
    if (figure === undefined) return false;
    const about = tokens
      .map(({ stem, names }, place) => ({ stem, names, far: Math.abs(place - at) }))
      .filter(({ names }) => names)
      .sort((a, b) => a.far - b.far)
      .slice(0, namesOfNumber)
      .map(({ stem }) => stem);
    const isBeside = (place: number) => {
      const near = known.slice(Math.max(0, place - besideNumber), place + besideNumber + 1);
      return about.filter((stem) => near.some((one) => one.stem === stem)).length >= about.length / 2;
    };
    return about.length > 0 && !known.some((one, place) => one.figure === figure && isBeside(place));
  })?.word;
}

/** Of two words that exclude each other the sentence has one and what is nearest to it the other. */
function swaps(said: Read, { sentences }: Place, pairs: Pairs): boolean {
  const shared = sentences.map(({ all }) => said.stems.filter((stem) => all.has(stem)).length);
  const most = Math.max(0, ...shared);
  const nearest = sentences.filter((_, at) => shared[at] === most);
  const has = ({ all }: Read, side: readonly string[] = []) => side.some((word) => all.has(word));
  return pairs.some(([one, other]) =>
    [
      [one, other],
      [other, one],
    ].some(
      ([a, b]) => has(said, a) && !has(said, b) && nearest.every((read) => has(read, b) && !has(read, a)),
    ),
  );
}
