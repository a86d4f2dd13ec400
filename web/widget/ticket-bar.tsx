import type { Conversation } from "../../contract/conversation.js";
import { useScope } from "./context.js";

/** Whose talk this is: the ticket's, once there is one (S2-15). */
export function TicketBar({ conversation }: { conversation: Conversation | undefined }) {
  const { t, url, viewTicket } = useScope();
  const number = conversation?.ticketNumber;
  if (!number) return null;
  return (
    <p class="ticket-bar">
      <span>
        {t("ticket.of")} <strong>{number}</strong>
      </span>
      <a
        href={`${url}/tickets/${number}`}
        target="_blank"
        rel="noopener"
        onClick={(event) => {
          if (viewTicket(number)) event.preventDefault();
        }}
      >
        {t("ticket.view")}
      </a>
    </p>
  );
}
