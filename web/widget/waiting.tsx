import { useState } from "preact/hooks";
import type { Conversation } from "../../contract/conversation.js";
import { useScope } from "./context.js";
import { tellPlace } from "./who.js";

/** "Request registered. Nº 123. Searching attendant…" with the place in the queue (S0-17, S1-26) and Cancel (S1-27). */
export function Waiting({ conversation }: { conversation: Conversation }) {
  const { t, chat } = useScope();
  const [cancelling, setCancelling] = useState(false);
  const { attendance } = conversation;
  const ticketNumber = attendance?.ticketNumber ?? conversation.ticketNumber;
  const place = tellPlace(t, attendance?.position);
  return (
    <section class="waiting" aria-label={t("wait.searching")}>
      <span class="spinner" aria-hidden="true" />
      <div>
        <p>
          {t("wait.registered")}{" "}
          {ticketNumber && (
            <strong>
              {t("wait.number")} {ticketNumber}
            </strong>
          )}
        </p>
        <p>
          {t("wait.searching")}
          {place && ` · ${place}`}
        </p>
        <p class="hint">{t("wait.hint")}</p>
      </div>
      <button
        type="button"
        class="text-button"
        disabled={cancelling || !attendance}
        onClick={async () => {
          setCancelling(true);
          await chat.cancelWait();
          setCancelling(false);
        }}
      >
        {t("wait.cancel")}
      </button>
    </section>
  );
}
