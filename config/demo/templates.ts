import type { EmailTemplateDraft } from "../../contract/index.js";

/** For a party who is not there when the other writes (parameter 447). */
export const absenceTemplateId = "01999d00-0000-7000-8000-000000000901";

export const demoTemplates: readonly (EmailTemplateDraft & { readonly id: string })[] = [
  {
    id: absenceTemplateId,
    name: "New chat messages",
    subject: {
      en: "Ticket {ticketNumber}: a new message for you",
      es: "Ticket {ticketNumber}: un mensaje nuevo para usted",
      pt: "Chamado {ticketNumber}: uma nova mensagem para você",
    },
    text: {
      en: "Hello,\n\nthere is a new message in the talk between {requesterName} and {agentName}:\n\n{message}\n\nYou were not online when it came. You can answer here:\n{link}\n\nThe service desk",
      es: "Hola:\n\nHay un mensaje nuevo en la conversación entre {requesterName} y {agentName}:\n\n{message}\n\nUsted no estaba en línea cuando llegó. Puede responder aquí:\n{link}\n\nLa mesa de servicios",
      pt: "Olá,\n\nhá uma nova mensagem na conversa entre {requesterName} e {agentName}:\n\n{message}\n\nVocê não estava on-line quando ela chegou. Responda por aqui:\n{link}\n\nA central de serviços",
    },
  },
];
