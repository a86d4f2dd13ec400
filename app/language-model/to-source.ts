import type { Article, Locale } from "../../contract/index.js";
import { type Block, toBlocks, toPlainText } from "../../knowledge/index.js";
import type { IsFiller, Stemmer } from "../../nlp/index.js";
import type { Source } from "./source.js";

/** A few hundred words: enough for every article that answers one question. */
const charsMost = 3000;

/** An article in plain text; of a long one the parts that share most with the question, in their order. */
export type ToSource = (
  article: Pick<Article, "id" | "title" | "body">,
  wish: { readonly number: number; readonly question: string; readonly locale: Locale },
) => Source;

export function createToSource({
  stemmer,
  isFiller,
}: {
  readonly stemmer: Stemmer;
  readonly isFiller: IsFiller;
}): ToSource {
  return ({ id, title, body }, { number, question, locale }) => {
    const asked = new Set(stemmer.stems(question, locale).filter((stem) => !isFiller(stem, locale)));
    const sections = toSections(toBlocks(toPlainText(body)));
    const shared = (text: string) => {
      const stems = stemmer.stems(text, locale);
      return stems.filter((stem) => asked.has(stem)).length / Math.sqrt(8 + stems.length);
    };
    const ranked = sections
      .map((text, place) => ({ text, place, worth: shared(text) }))
      .sort((a, b) => b.worth - a.worth || a.place - b.place);
    let room = charsMost;
    const taken = ranked.filter(({ text }) => {
      if (text.length > room) return false;
      room -= text.length;
      return true;
    });
    const [best] = ranked;
    const whole = taken.sort((a, b) => a.place - b.place).map(({ text }) => text);
    return {
      number,
      id,
      title,
      text: whole.length > 0 ? whole.join("\n\n") : (best?.text ?? "").slice(0, charsMost),
    };
  };
}

/** Each heading with what stands under it. */
function toSections(blocks: readonly Block[]): string[] {
  const sections = new Map<number, string[]>();
  for (const { section, heading, text } of blocks) {
    const lines = sections.get(section) ?? (heading === "" ? [] : [heading]);
    sections.set(section, [...lines, text]);
  }
  return [...sections.values()].map((lines) => lines.join("\n"));
}
