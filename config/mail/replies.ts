import type { Locale } from "../../contract/index.js";

/** Where answers to e-mails go. */
export interface Replies {
  /** The desk's own address, in lower case. */
  readonly address: string;
  /** Whether the mail server takes `desk+token@…` for `desk@…`; otherwise the token stands in the subject. */
  readonly isSubaddressed: boolean;
}

/** Above this line stands what a person answers; what is below is a quotation, whatever their mail program does. */
export const answerLines: Readonly<Record<Locale, string>> = {
  en: "## Write your answer above this line ##",
  es: "## Escriba su respuesta por encima de esta línea ##",
  pt: "## Escreva sua resposta acima desta linha ##",
};

/** The address that leads an answer to its thread. */
export function answerAddress({ address, isSubaddressed }: Replies, token: string): string {
  if (!isSubaddressed) return address;
  const at = address.lastIndexOf("@");
  return `${address.slice(0, at)}+${token}${address.slice(at)}`;
}

/** The subject that leads an answer to its thread where the address cannot. */
export function answerSubject({ isSubaddressed }: Replies, subject: string, token: string): string {
  return isSubaddressed ? subject : `${subject} [#${token}]`;
}

/** The tokens that a mail to the desk may carry. */
export function tokensIn(mail: {
  readonly recipients: readonly string[];
  readonly subject: string;
}): string[] {
  const inAddresses = mail.recipients.flatMap((address) => /\+([0-9a-f]{32})@/i.exec(address)?.[1] ?? []);
  const inSubject = [...mail.subject.matchAll(/\[#([0-9a-f]{32})\]/gi)].map(([, token = ""]) => token);
  return [...new Set([...inAddresses, ...inSubject].map((token) => token.toLowerCase()))];
}
