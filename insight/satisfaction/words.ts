import type { Locale } from "../../contract/index.js";

/** What is said where the channel has no form of ours. */
export const surveyWords: Readonly<
  Record<Locale, { readonly question: string; readonly thanks: string; readonly scores: readonly string[] }>
> = {
  en: {
    question: "How was this conversation? Choose from 1 to 5.",
    thanks: "Thank you for your answer.",
    scores: ["1 – Very bad", "2 – Bad", "3 – Fair", "4 – Good", "5 – Very good"],
  },
  es: {
    question: "¿Qué tal fue esta conversación? Elige del 1 al 5.",
    thanks: "Gracias por tu respuesta.",
    scores: ["1 – Muy mala", "2 – Mala", "3 – Regular", "4 – Buena", "5 – Muy buena"],
  },
  pt: {
    question: "Como foi esta conversa? Escolha de 1 a 5.",
    thanks: "Obrigado pela sua resposta.",
    scores: ["1 – Muito ruim", "2 – Ruim", "3 – Regular", "4 – Boa", "5 – Muito boa"],
  },
};
