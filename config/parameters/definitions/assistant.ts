import type { ParameterDefinition } from "../definition.js";
import { defaultFallbackText } from "../fallback-text.js";

/** The virtual assistant, and when people take over. */
export const assistantParameters: readonly ParameterDefinition[] = [
  {
    number: 402,
    type: "url",
    defaultValue: "",
    name: {
      en: "Assistant: external address",
      es: "Asistente: dirección externa",
      pt: "Assistente: endereço externo",
    },
    help: {
      en: "Address of an external assistant, which then answers in place of the built-in one. [lang] stands for the language.",
      es: "Dirección de un asistente externo, que entonces responde en lugar del incorporado. [lang] representa el idioma.",
      pt: "Endereço de um assistente externo, que passa a responder no lugar do embutido. [lang] representa o idioma.",
    },
  },
  {
    number: 423,
    type: "flag",
    defaultValue: "",
    name: {
      en: "Assistant in the internal area",
      es: "Asistente en el área interna",
      pt: "Assistente na área interna",
    },
    help: {
      en: "Y: the chat opens with the assistant. N: messages go to people only (manual), whatever 450 says.",
      es: "Y: el chat se abre con el asistente. N: los mensajes van solo a personas (manual), diga lo que diga 450.",
      pt: "Y: o chat abre com o assistente. N: as mensagens vão só para pessoas (manual), diga o 450 o que disser.",
    },
  },
  {
    number: 441,
    type: "url",
    defaultValue: "",
    name: {
      en: "Assistant: conversation API",
      es: "Asistente: API de conversación",
      pt: "Assistente: API de conversação",
    },
    help: {
      en: "Where an external assistant takes messages; when empty, /webhooks/rest/webhook under 402.",
      es: "Dónde recibe los mensajes un asistente externo; si está vacío, /webhooks/rest/webhook bajo 402.",
      pt: "Onde um assistente externo recebe mensagens; se vazio, /webhooks/rest/webhook sob o 402.",
    },
  },
  {
    number: 442,
    type: "url",
    defaultValue: "",
    name: {
      en: "Assistant: parameters API",
      es: "Asistente: API de parámetros",
      pt: "Assistente: API de parâmetros",
    },
    help: {
      en: "Where an external assistant takes name and language of who talks; when empty, /conversations/ under 402.",
      es: "Dónde recibe un asistente externo el nombre y el idioma de quien habla; si está vacío, /conversations/ bajo 402.",
      pt: "Onde um assistente externo recebe nome e idioma de quem fala; se vazio, /conversations/ sob o 402.",
    },
  },
  {
    number: 450,
    type: "flag",
    defaultValue: "",
    name: {
      en: "Assistant in the external area",
      es: "Asistente en el área externa",
      pt: "Assistente na área externa",
    },
    help: {
      en: "Y: requesters on the portal talk to the assistant first. N: they write to people only (manual).",
      es: "Y: los solicitantes del portal hablan primero con el asistente. N: escriben solo a personas (manual).",
      pt: "Y: os solicitantes do portal falam primeiro com o assistente. N: escrevem só a pessoas (manual).",
    },
  },
  {
    number: 453,
    type: "text",
    defaultValue: defaultFallbackText,
    name: {
      en: "Assistant: fallback message",
      es: "Asistente: mensaje de respaldo",
      pt: "Assistente: mensagem de fallback",
    },
    help: {
      en: 'What the assistant says when it has no answer. One text, or one per language: {"en":"…","es":"…","pt":"…"}. Several lines are used in turn.',
      es: 'Lo que dice el asistente cuando no tiene respuesta. Un texto, o uno por idioma: {"en":"…","es":"…","pt":"…"}. Varias líneas se usan por turno.',
      pt: 'O que o assistente diz quando não tem resposta. Um texto, ou um por idioma: {"en":"…","es":"…","pt":"…"}. Várias linhas são usadas em rodízio.',
    },
  },
  {
    number: 9001,
    type: "flag",
    defaultValue: "Y",
    name: {
      en: "Hand-over to people",
      es: "Traspaso a personas",
      pt: "Transferência para pessoas",
    },
    help: {
      en: "With the assistant on: Y lets requesters ask for an attendant (both), N leaves them with it (automatic).",
      es: "Con el asistente activo: Y permite pedir un agente (ambos), N deja solo al asistente (automático).",
      pt: "Com o assistente ativo: Y permite pedir um atendente (ambos), N deixa só o assistente (automático).",
    },
  },
  {
    number: 9002,
    type: "number",
    range: { min: 0, max: 100 },
    defaultValue: "",
    name: {
      en: "Assistant: accuracy threshold",
      es: "Asistente: umbral de precisión",
      pt: "Assistente: limite de precisão",
    },
    help: {
      en: "0 to 100 %. The dialogue goes on only when the assistant is surer than this. Empty: found from the samples.",
      es: "De 0 a 100 %. El diálogo sigue solo si el asistente está más seguro. Vacío: se obtiene de los ejemplos.",
      pt: "De 0 a 100 %. O diálogo só continua se o assistente tiver mais certeza. Vazio: obtido dos exemplos.",
    },
  },
];
