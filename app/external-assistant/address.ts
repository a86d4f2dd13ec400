import type { Locale } from "../../contract/index.js";

/** How the vendor writes the language into an address: `http://desk[lang].example.com/…`. */
const languageMark = /\[lang\]/g;

export interface ExternalAddresses {
  /** Takes `{sender, message}` and answers with a list of replies (441). */
  conversation(locale: Locale): string;
  /** Under which the parameters of a conversation are set (442). */
  parameters(locale: Locale): string | undefined;
}

export interface ExternalSettings {
  /** 402: where the assistant lives; 441 and 442 follow from it where they are not set. */
  readonly base: string;
  readonly conversation: string;
  readonly parameters: string;
}

/** Where an external assistant is reached; `undefined` when none is set (402, 441, 442). */
export function toAddresses({
  base,
  conversation,
  parameters,
}: ExternalSettings): ExternalAddresses | undefined {
  const root = base.replace(/\/+$/, "");
  const talk = conversation || (root && `${root}/webhooks/rest/webhook`);
  if (!talk) return undefined;
  const told = parameters || (root && `${root}/conversations/`);
  return {
    conversation: (locale) => talk.replace(languageMark, locale),
    parameters: (locale) => told.replace(languageMark, locale) || undefined,
  };
}
