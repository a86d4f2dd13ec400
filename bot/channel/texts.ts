import type { Locale } from "../../contract/index.js";

/** What the channel itself tells a person, as a line of the system. */
export const channelTexts: Readonly<Record<"cut" | "onlyFiles", Readonly<Record<Locale, string>>>> = {
  cut: {
    en: "Your message was longer than {limit} characters. Only its beginning was kept; please send the rest again.",
    es: "Tu mensaje tenía más de {limit} caracteres. Solo se guardó el comienzo; envía el resto de nuevo, por favor.",
    pt: "Sua mensagem tinha mais de {limit} caracteres. Só o começo foi guardado; envie o resto de novo, por favor.",
  },
  onlyFiles: {
    en: "Files cannot be received here. Please describe in words what you need.",
    es: "Aquí no se pueden recibir archivos. Describe con palabras lo que necesitas, por favor.",
    pt: "Não é possível receber arquivos aqui. Descreva em palavras o que você precisa, por favor.",
  },
};
