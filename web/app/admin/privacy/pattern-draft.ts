import type { Masking } from "../../../../contract/privacy.js";

/** A pattern while it is written; `key` tells two from each other that say the same. */
export interface DraftPattern {
  readonly key: number;
  readonly name: string;
  readonly pattern: string;
}

export type MaskingDraft = Omit<Masking, "patterns"> & { readonly patterns: readonly DraftPattern[] };

export function toDraft(masking: Masking): MaskingDraft {
  return { ...masking, patterns: masking.patterns.map((one, key) => ({ ...one, key })) };
}

/** Lines that were left empty do not count. */
export function fromDraft({ patterns, ...rest }: MaskingDraft): Masking {
  const written = patterns.filter(({ name, pattern }) => name.trim() !== "" || pattern !== "");
  return { ...rest, patterns: written.map(({ name, pattern }) => ({ name, pattern })) };
}
