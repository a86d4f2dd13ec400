import type { Locale } from "../../contract/index.js";

/** What the desk says by e-mail of its own accord. */
export interface ReceiptWords {
  /** A ticket was opened. The link is left out for people who cannot log in. */
  readonly received: (number: string, link: string | undefined) => string;
  /** The desk does not take mail from people it does not know. */
  readonly stranger: string;
  /** The desk takes answers only. */
  readonly newMailOff: string;
  readonly tooLarge: (megabytes: number) => string;
  /** Under a message: files that could not be taken. */
  readonly filesLeft: (names: string) => string;
  /** Where the rest of a long mail is. */
  readonly goesOn: string;
  /** Above the words of a mail that perhaps somebody else has written. */
  readonly unproven: string;
  /** In place of words where only files came. */
  readonly onlyFiles: string;
}

export const receiptWords: Readonly<Record<Locale, ReceiptWords>> = {
  en: {
    received: (number, link) =>
      `We have received your e-mail and opened ticket ${number}.\n\nTo add something, answer this e-mail.${link === undefined ? "" : `\n\nYou can follow it here: ${link}`}`,
    stranger:
      "Your e-mail did not reach anybody: this address takes mail only from people the service desk knows. Please write from the address the desk has for you.",
    newMailOff:
      "Your e-mail did not reach anybody: this address takes answers to our e-mails only. Please open a request in the portal.",
    tooLarge: (megabytes) =>
      `Your e-mail did not reach anybody: it is larger than ${megabytes} MB. Please send it again without large attachments.`,
    filesLeft: (names) => `(Not taken from the e-mail: ${names})`,
    goesOn: "(The whole text is attached.)",
    unproven: "(By e-mail; that this person sent it is not proven.)",
    onlyFiles: "(Files by e-mail)",
  },
  es: {
    received: (number, link) =>
      `Hemos recibido su correo y abierto el ticket ${number}.\n\nPara añadir algo, responda a este correo.${link === undefined ? "" : `\n\nPuede seguirlo aquí: ${link}`}`,
    stranger:
      "Su correo no llegó a nadie: esta dirección solo acepta mensajes de personas que la mesa de servicio conoce. Escriba desde la dirección que la mesa tiene de usted.",
    newMailOff:
      "Su correo no llegó a nadie: esta dirección solo acepta respuestas a nuestros correos. Abra una solicitud en el portal.",
    tooLarge: (megabytes) =>
      `Su correo no llegó a nadie: ocupa más de ${megabytes} MB. Envíelo de nuevo sin adjuntos grandes.`,
    filesLeft: (names) => `(No se tomó del correo: ${names})`,
    goesOn: "(El texto completo va adjunto.)",
    unproven: "(Por correo; no está probado que lo enviara esta persona.)",
    onlyFiles: "(Archivos por correo)",
  },
  pt: {
    received: (number, link) =>
      `Recebemos seu e-mail e abrimos o chamado ${number}.\n\nPara acrescentar algo, responda a este e-mail.${link === undefined ? "" : `\n\nVocê pode acompanhá-lo aqui: ${link}`}`,
    stranger:
      "Seu e-mail não chegou a ninguém: este endereço só aceita mensagens de pessoas que a central de serviços conhece. Escreva do endereço que a central tem de você.",
    newMailOff:
      "Seu e-mail não chegou a ninguém: este endereço só aceita respostas aos nossos e-mails. Abra uma solicitação no portal.",
    tooLarge: (megabytes) =>
      `Seu e-mail não chegou a ninguém: ele tem mais de ${megabytes} MB. Envie de novo sem anexos grandes.`,
    filesLeft: (names) => `(Não foi aceito do e-mail: ${names})`,
    goesOn: "(O texto completo está anexado.)",
    unproven: "(Por e-mail; não está provado que foi esta pessoa que enviou.)",
    onlyFiles: "(Arquivos por e-mail)",
  },
};
