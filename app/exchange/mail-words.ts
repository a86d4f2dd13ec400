import type { EmailTemplate } from "../../contract/index.js";

/** The e-mail that carries a message of a ticket. */
export const exchangeMail: Pick<EmailTemplate, "subject" | "text"> = {
  subject: {
    en: "Ticket {ticketNumber}: a new message",
    es: "Ticket {ticketNumber}: mensaje nuevo",
    pt: "Chamado {ticketNumber}: nova mensagem",
  },
  text: {
    en: "There is a new message on ticket {ticketNumber}:\n\n{message}\n\nAnswer here: {link}",
    es: "Hay un mensaje nuevo en el ticket {ticketNumber}:\n\n{message}\n\nResponda aquí: {link}",
    pt: "Há uma nova mensagem no chamado {ticketNumber}:\n\n{message}\n\nResponda aqui: {link}",
  },
};
