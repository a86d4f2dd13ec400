import type { Conversation } from "../../contract/conversation.js";
import { useScope } from "./context.js";
import { Satisfaction } from "./satisfaction.js";
import { useMayAskForPeople } from "./use-may-ask-for-people.js";

/** Stands where the composer was: a closed conversation stays readable, and both ways on are here. */
export function ClosedFoot({ conversation }: { conversation: Conversation }) {
  const { t, chat } = useScope();
  const mayAsk = useMayAskForPeople();
  const ticketNumber = conversation.attendance?.ticketNumber ?? conversation.ticketNumber;
  return (
    <div class="closed">
      <Satisfaction conversation={conversation} />
      <p>{t("closed.text")}</p>
      <div class="buttons">
        <button type="button" class="button" onClick={() => void chat.openAnew()}>
          {t("closed.start")}
        </button>
        {ticketNumber && mayAsk && (
          <button type="button" class="button button-quiet" onClick={() => void chat.resume(ticketNumber, t)}>
            {t("closed.resume")}
          </button>
        )}
      </div>
    </div>
  );
}
