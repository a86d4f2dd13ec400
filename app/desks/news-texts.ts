import type { Locale } from "../../contract/index.js";

interface NewsTexts {
  readonly linked: (it: { number: string; desk: string; there: string }) => string;
  readonly state: (it: { number: string; state: string }) => string;
  readonly comment: (it: { number: string; author: string; text: string }) => string;
}

/** What a requester reads in the chat of what happens at another desk. */
export const newsTexts: Readonly<Record<Locale, NewsTexts>> = {
  en: {
    linked: ({ number, desk, there }) => `Ticket ${number} has number ${there} at ${desk}.`,
    state: ({ number, state }) => `Ticket ${number}: ${state}`,
    comment: ({ number, author, text }) => `${author} on ticket ${number}: ${text}`,
  },
  es: {
    linked: ({ number, desk, there }) => `El ticket ${number} tiene el número ${there} en ${desk}.`,
    state: ({ number, state }) => `Ticket ${number}: ${state}`,
    comment: ({ number, author, text }) => `${author} sobre el ticket ${number}: ${text}`,
  },
  pt: {
    linked: ({ number, desk, there }) => `O chamado ${number} tem o número ${there} em ${desk}.`,
    state: ({ number, state }) => `Chamado ${number}: ${state}`,
    comment: ({ number, author, text }) => `${author} sobre o chamado ${number}: ${text}`,
  },
};
