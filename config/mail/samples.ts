import type { Locale, TemplateValues } from "../../contract/index.js";

const messages: Readonly<Record<Locale, string>> = {
  en: "Could you try it again with the cable plugged in?\nI will wait for you here.",
  es: "¿Puede intentarlo otra vez con el cable conectado?\nLe espero aquí.",
  pt: "Pode tentar de novo com o cabo conectado?\nEu espero você aqui.",
};

/** Values to show a template with. */
export function sampleValues(locale: Locale, link: string): TemplateValues {
  return {
    requesterName: "Ana Souza",
    agentName: "Bruno Lima",
    ticketNumber: "100234",
    message: messages[locale],
    link,
  };
}
