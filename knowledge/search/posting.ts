import { type Field, type Weighing, worthOf } from "./field.js";

/** A posting: the slot of the article, then how often the word stands in its text, title and tags. */
export const slotBits = 21;
const slotMask = 2 ** slotBits - 1;
/** A title tells more than a text; a tag something between. */
const shapes = {
  text: { worth: 1, shift: slotBits, most: 31 },
  title: { worth: 2, shift: 26, most: 7 },
  tags: { worth: 1.5, shift: 29, most: 7 },
};
export type FieldName = keyof typeof shapes;
export const fieldNames: readonly FieldName[] = ["text", "title", "tags"];

export type Fields = Readonly<Record<FieldName, Field>>;

/** An article as its words, in order. */
export type Worded = Readonly<Record<FieldName, readonly string[]>>;

/** What a word is worth in each part of an article. */
export type Weighings = Readonly<Record<FieldName, Weighing>>;

export function slotOf(posting: number): number {
  return posting & slotMask;
}

/** How often each word stands in each field, as the upper bits of its posting. */
export function toCounts(article: Worded): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of fieldNames) {
    const { shift, most } = shapes[name];
    for (const word of article[name]) {
      const before = counts.get(word) ?? 0;
      if (((before >>> shift) & most) < most) counts.set(word, (before + 2 ** shift) >>> 0);
    }
  }
  return counts;
}

export function isIn(name: FieldName, posting: number): boolean {
  const { shift, most } = shapes[name];
  return ((posting >>> shift) & most) > 0;
}

/** `worth` beside other words. */
export function weigh(
  fields: Fields,
  term: number,
  { size, worth }: { readonly size: number; readonly worth: number },
): Weighings {
  const of = (name: FieldName) => fields[name].weigh(term, { size, worth: worth * shapes[name].worth });
  return { text: of("text"), title: of("title"), tags: of("tags") };
}

/** What it is worth that the word stands in the article as the posting says. */
export function worthOfPosting({ text, title, tags }: Weighings, posting: number): number {
  const slot = posting & slotMask;
  const often = (posting >>> shapes.text.shift) & shapes.text.most;
  const sum = often === 0 ? 0 : worthOf(text, slot, often);
  // Most words of most articles stand in the text alone.
  if (posting >>> shapes.title.shift === 0) return sum;
  const titled = (posting >>> shapes.title.shift) & shapes.title.most;
  const tagged = posting >>> shapes.tags.shift;
  return (
    sum + (titled > 0 ? worthOf(title, slot, titled) : 0) + (tagged > 0 ? worthOf(tags, slot, tagged) : 0)
  );
}
