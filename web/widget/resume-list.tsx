import type { Ticket, TicketState } from "../../contract/ticket.js";
import { useScope } from "./context.js";
import { RelativeTime } from "./relative-time.js";
import { Retry } from "./retry.js";
import { useAnswer } from "./use-answer.js";

const finished: readonly TicketState[] = ["resolved", "closed", "canceled"];

/** The requester's own unfinished attendances (S0-18). */
export function ResumeList({ onBack, onTalk }: { onBack: () => void; onTalk: () => void }) {
  const { t, chat } = useScope();
  const [answer, retry] = useAnswer(() => chat.rest.readMyTickets(), "mine");
  const tickets = answer.status === "ready" ? answer.value.items.filter(isUnfinished) : [];

  function resume({ number }: Ticket): void {
    void chat.resume(number, t);
    onTalk();
  }

  if (answer.status === "failed") return <Retry onRetry={retry} />;
  return (
    <div class="page">
      <h2>{t("resume.title")}</h2>
      {answer.status === "loading" && <p class="hint">{t("home.loading")}</p>}
      {answer.status === "ready" && tickets.length === 0 && <p class="hint">{t("resume.none")}</p>}
      <ul class="tickets">
        {tickets.map((ticket) => (
          <li key={ticket.id}>
            <button type="button" class="ticket" onClick={() => resume(ticket)}>
              <strong>
                {t("wait.number")} {ticket.number} · {ticket.activity.name}
              </strong>
              <span>{ticket.description}</span>
              <RelativeTime at={ticket.updatedAt} />
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="text-button" onClick={onBack}>
        {t("resume.back")}
      </button>
    </div>
  );
}

function isUnfinished({ state, conversationId }: Ticket): boolean {
  return conversationId !== undefined && !finished.includes(state);
}
