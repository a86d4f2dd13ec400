import type { EmailTemplate, EmailTemplateDraft } from "../../../../contract/mail.js";
import type { Locale } from "../../../texts/index.js";

/** A template while it is edited: every language has a text, which may be empty. */
export interface Draft {
  readonly name: string;
  readonly subject: Readonly<Record<Locale, string>>;
  readonly text: Readonly<Record<Locale, string>>;
}

const nothing = { en: "", es: "", pt: "" };

export function toDraft(template: EmailTemplate | undefined): Draft {
  if (!template) return { name: "", subject: nothing, text: nothing };
  const { name, subject, text } = template;
  return { name, subject: { ...nothing, ...subject }, text: { ...nothing, ...text } };
}

/** What the server keeps: languages that were left empty are left out. */
export function fromDraft({ name, subject, text }: Draft): EmailTemplateDraft {
  return { name: name.trim(), subject: written(subject), text: written(text) };
}

/** Whether the server could take it: a name, and English whole. */
export function isWhole({ name, subject, text }: Draft): boolean {
  return [name, subject.en, text.en].every((part) => part.trim() !== "");
}

export function isSame(one: Draft, other: Draft): boolean {
  return JSON.stringify(fromDraft(one)) === JSON.stringify(fromDraft(other));
}

/** Puts a variable where the cursor stands, in place of what is selected. */
export function insertAt(text: string, insert: string, from: number, to: number): string {
  return text.slice(0, from) + insert + text.slice(to);
}

function written({ en, es, pt }: Draft["text"]): EmailTemplateDraft["text"] {
  return { en: en.trim(), ...(es.trim() ? { es: es.trim() } : {}), ...(pt.trim() ? { pt: pt.trim() } : {}) };
}
