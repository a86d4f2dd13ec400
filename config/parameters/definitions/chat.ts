import type { ParameterDefinition } from "../definition.js";

/** The chat itself: on or off, its marks and its notices. */
export const chatParameters: readonly ParameterDefinition[] = [
  {
    number: 299,
    type: "flag",
    defaultValue: "N",
    name: {
      en: "Ticket: activate message exchange",
      es: "Ticket: activar el intercambio de mensajes",
      pt: "Ticket: ativar a troca de mensagens",
    },
    help: {
      en: "Y shows a conversation icon beside the ticket number in the attendance queue. The chat works either way.",
      es: "Y muestra un icono de conversación junto al número del ticket en la cola. El chat funciona igualmente.",
      pt: "Y mostra um ícone de conversa ao lado do número do ticket na fila. O chat funciona de qualquer forma.",
    },
  },
  {
    number: 300,
    type: "flag",
    defaultValue: "N",
    name: {
      en: "Ticket: notify of new messages",
      es: "Ticket: notificar los mensajes nuevos",
      pt: "Ticket: notificar novas mensagens",
    },
    help: {
      en: "Y notifies the person responsible for a ticket when its requester writes.",
      es: "Y notifica al responsable del ticket cuando escribe su solicitante.",
      pt: "Y notifica o responsável pelo ticket quando o solicitante escreve.",
    },
  },
  {
    number: 316,
    type: "flag",
    defaultValue: "N",
    name: { en: "Activate chat", es: "Activar el chat", pt: "Ativar o chat" },
    help: {
      en: "Y opens the chat to requesters. With N the chat button is absent and every chat call is refused.",
      es: "Y abre el chat a los solicitantes. Con N no hay botón de chat y se rechaza toda llamada.",
      pt: "Y abre o chat aos solicitantes. Com N não há botão de chat e toda chamada é recusada.",
    },
  },
  {
    number: 447,
    type: "id",
    refersTo: "template",
    defaultValue: "",
    name: {
      en: "E-mail template for new chat messages",
      es: "Plantilla de correo para mensajes nuevos del chat",
      pt: "Modelo de e-mail para novas mensagens do chat",
    },
    help: {
      en: "The template of the e-mail to a party who is not online. Without it, or with an unknown id, none is sent.",
      es: "La plantilla del correo a quien no está en línea. Sin ella, o con un id desconocido, no se envía.",
      pt: "O modelo do e-mail para quem não está on-line. Sem ele, ou com um id desconhecido, nada é enviado.",
    },
  },
  {
    number: 449,
    type: "number",
    range: { min: 5, max: 129_600 },
    defaultValue: "",
    name: {
      en: "User session time in minutes",
      es: "Tiempo de sesión del usuario en minutos",
      pt: "Tempo de sessão do usuário em minutos",
    },
    help: {
      en: "How long a session lives without use. When empty the setting SESSION_HOURS holds.",
      es: "Cuánto vive una sesión sin uso. Si está vacío vale el ajuste SESSION_HOURS.",
      pt: "Quanto dura uma sessão sem uso. Se vazio, vale a configuração SESSION_HOURS.",
    },
  },
];
