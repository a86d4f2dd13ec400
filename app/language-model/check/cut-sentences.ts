/** A sentence of an answer without its citations. */
export interface CitedSentence {
  readonly text: string;
  readonly cites: readonly number[];
  /** Begins a line of its own, and whether that was an item of a list. */
  readonly begins: "line" | "item" | undefined;
}

const listMark = /^\s*(?:[-*•–—]|\d{1,2}[.)])\s+/u;
const heading = /^\s*#{1,6}\s+/u;
const emphasis = /\*{1,3}|_{2,3}|`/gu;
const citation = /\s*(?:[[【]\s*\d{1,2}(?:\s*[,;]\s*\d{1,2})*\s*[\]】]\s*)+/gu;
const sentenceGap = /(?<=[.!?…]["”»)]?)\s+(?=[\p{Lu}\p{N}¿¡"“«(])/u;

/**
 * The sentences of an answer with the sources they name. A citation stands for everything since the one before it in its
 * line; a sentence that is left without one has none.
 */
export function cutSentences(answer: string): CitedSentence[] {
  return answer.split("\n").flatMap(cutLine);
}

function cutLine(line: string): CitedSentence[] {
  const isItem = listMark.test(line);
  const plain = line.replace(heading, "").replace(listMark, "").replace(emphasis, "").trim();
  const sentences: CitedSentence[] = [];
  let from = 0;
  const take = (text: string, cites: readonly number[]) => {
    for (const sentence of text.replace(/^[\s.,;:!?…]+/u, "").split(sentenceGap)) {
      if (!/[\p{L}\p{N}]/u.test(sentence)) continue;
      const begins = sentences.length > 0 ? undefined : isItem ? "item" : "line";
      sentences.push({ text: sentence.trim(), cites, begins });
    }
  };
  for (const { 0: marks, index } of plain.matchAll(citation)) {
    take(plain.slice(from, index), numbersOf(marks));
    from = index + marks.length;
  }
  take(plain.slice(from), []);
  return sentences;
}

function numbersOf(marks: string): number[] {
  return [...new Set([...marks.matchAll(/\d+/gu)].map(([number]) => Number(number)))];
}
