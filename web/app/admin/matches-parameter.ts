import type { Parameter } from "../shared/api.js";

/** A number finds the parameters that begin with it; words find those that have all of them, accents or not. */
export function matchesParameter({ number, name, help }: Parameter, search: string): boolean {
  const words = fold(search).split(/\s+/).filter(Boolean);
  const text = fold(`${name} ${help}`);
  return words.every((word) => String(number).startsWith(word) || text.includes(word));
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
