import type { CitedSentence } from "./check/index.js";
import type { Source } from "./source.js";

/** A checked answer as people read it. */
export interface Shown {
  readonly text: string;
  /** Those that are cited, numbered anew in the order of the text. */
  readonly sources: readonly Pick<Source, "number" | "id" | "title">[];
}

/** Each sentence with its own citation, lines and items as they were. */
export function toShown(sentences: readonly CitedSentence[], sources: readonly Source[]): Shown {
  const order = [...new Set(sentences.flatMap(({ cites }) => cites))];
  const numberOf = (cited: number) => order.indexOf(cited) + 1;
  const text = sentences
    .map((sentence, at) => {
      const marks = [...sentence.cites].map((cited) => `[${numberOf(cited)}]`).join("");
      const [, words = "", end = ""] = /^(.*?)([.!?…:]*)$/su.exec(sentence.text) ?? [];
      const gap = at === 0 ? "" : sentence.begins === undefined ? " " : "\n";
      return `${gap}${sentence.begins === "item" ? "• " : ""}${words} ${marks}${end === "" ? "." : end}`;
    })
    .join("");
  const cited = order.flatMap((number) => sources.filter((source) => source.number === number));
  return { text, sources: cited.map(({ number, id, title }) => ({ number: numberOf(number), id, title })) };
}
