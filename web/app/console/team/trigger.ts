/** A mark in the text before the caret that asks for a list, and what was typed after it. */
export interface Trigger {
  readonly mark: string;
  readonly query: string;
  /** Where the mark begins, and where what was typed ends. */
  readonly from: number;
  readonly to: number;
}

const queryMaxChars = 60;

/** The mark counts at the beginning of a word; a line break ends what was asked. */
export function findTrigger(text: string, caret: number, mark: "/" | "??" | "@"): Trigger | undefined {
  const before = text.slice(0, caret);
  const from = before.lastIndexOf(mark);
  if (from < 0 || (from > 0 && !/\s/.test(before[from - 1] ?? ""))) return undefined;
  const query = before.slice(from + mark.length);
  const isOver = query.length > queryMaxChars || /\n/.test(query) || (mark === "/" && /\s/.test(query));
  return isOver ? undefined : { mark, query, from, to: caret };
}

/** The text with something in the place of the mark and of what was typed after it. */
export function replaceTrigger(text: string, { from, to }: Trigger, words: string): string {
  return text.slice(0, from) + words + text.slice(to);
}
