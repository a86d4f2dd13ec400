interface Pattern {
  readonly form: RegExp;
  /** Which placeholder each group of the form stands for. */
  readonly numbers: readonly string[];
  readonly target: string;
  readonly weight: number;
}

export type Translate = (text: string) => string | undefined;

const placeholder = /\{(\d+)\}/g;

/** Finds the translation of a finished sentence; `inner` translates what stands in a `{1!}`. */
export function createTranslator(words: Readonly<Record<string, string>>, inner: Translate): Translate {
  const patterns = Object.entries(words)
    .filter(([source]) => source.includes("{"))
    .map(toPattern)
    // The one that says more itself knows better what it is about.
    .sort((a, b) => b.weight - a.weight);
  return (text) => {
    if (Object.hasOwn(words, text)) return words[text];
    for (const { form, numbers, target } of patterns) {
      const found = form.exec(text);
      if (found === null) continue;
      const values = new Map(numbers.map((number, at) => [number, found[at + 1] ?? ""]));
      const filled = fill(target, values, inner);
      if (filled !== undefined) return filled;
    }
    return undefined;
  };
}

function toPattern([source, target]: [string, string]): Pattern {
  const fixed = source.split(placeholder).filter((_, at) => at % 2 === 0);
  return {
    form: new RegExp(`^${fixed.map(literally).join("([^]*?)")}$`),
    numbers: [...source.matchAll(placeholder)].map(([, number = ""]) => number),
    target,
    weight: fixed.join("").length,
  };
}

function fill(target: string, values: ReadonlyMap<string, string>, inner: Translate): string | undefined {
  let isWhole = true;
  const text = target.replace(/\{(\d+)(!?)\}/g, (_, number: string, mark: string) => {
    const value = values.get(number) ?? "";
    if (mark === "") return value;
    const translated = translateList(value, inner);
    if (translated === undefined) isWhole = false;
    return translated ?? "";
  });
  return isWhole ? text : undefined;
}

/** "2 members and 3 folders", "parameter 1 …; parameter 2 …", or one phrase. */
function translateList(value: string, inner: Translate): string | undefined {
  const bare = value.trim();
  if (bare === "") return "";
  const items = bare.split(/; | and /).map(inner);
  const isList = items.length > 1 && items.every((item) => item !== undefined);
  const translated = isList ? items.join("; ") : inner(bare);
  return value.startsWith(" ") && translated !== undefined ? ` ${translated}` : translated;
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
