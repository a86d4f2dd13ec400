import type { Locale } from "../contract/index.js";
import { fold } from "./fold.js";
import type { Heard } from "./ports.js";

/** The wishes that a chat without the assistant knows, in all languages, as folded text (S2-13, S2-22). */
const wishes: readonly { readonly intent: string; readonly words: RegExp }[] = [
  { intent: "yes", words: /^(yes|yep|ok|okay|sure|si|claro|vale|sim|isso)$/ },
  { intent: "no", words: /^(no|nope|nao)$/ },
  { intent: "cancel", words: /^(cancel|stop|never mind|cancelar|cancela|anular|dejalo|deixa|pare)$/ },
  {
    intent: "resume-attendance",
    words:
      /\b(resume|continue|reanudar|retomar|continuar)\b.*\b(attendance|conversation|chat|atencion|conversacion|atendimento|conversa)\b/,
  },
  {
    intent: "talk-to-attendant",
    words:
      /\b(talk|speak|chat|hablar|chatear|falar|conversar)\b.*\b(attendant|agent|person|human|someone|somebody|agente|asistente|persona|humano|alguien|atendente|pessoa|alguem)\b/,
  },
  {
    intent: "new-ticket",
    words:
      /\b(new|open|create|raise|log|register|submit|want a|need a|nuevo|nueva|abrir|crear|registrar|quiero un|quiero una|necesito un|necesito una|novo|nova|criar|quero um|quero uma|preciso de um|preciso de uma)\b.*\b(ticket|request|incident|tique|solicitud|incidente|incidencia|peticion|chamado|solicitacao|requisicao)\b/,
  },
  { intent: "new-ticket", words: /^(ticket|tique|chamado)$/ },
];

/** Without the assistant nothing is guessed: what is not one of the wishes above means nothing but its words. */
export function hearPlainly(text: string, language: Locale): Heard {
  const folded = fold(text);
  const wish = wishes.find(({ words }) => words.test(folded));
  const intents = wish === undefined ? [] : [{ intent: wish.intent, score: 1 }];
  return { language, intents, threshold: 0.5 };
}
