import { useState } from "preact/hooks";
import type { Attendance } from "../../contract/attendance.js";
import type { Conversation } from "../../contract/conversation.js";
import type { Translate } from "../texts/index.js";
import type { WidgetKey } from "../texts/widget/index.js";
import { useScope } from "./context.js";
import { toWhen } from "./to-when.js";
import { tellPlace } from "./who.js";

/** "Request registered. Nº 123. Searching attendant…" with the place in the queue (S0-17, S1-26) and Cancel (S1-27). */
export function Waiting({ conversation }: { conversation: Conversation }) {
  const { t, chat } = useScope();
  const [cancelling, setCancelling] = useState(false);
  const { attendance } = conversation;
  const ticketNumber = attendance?.ticketNumber ?? conversation.ticketNumber;
  const place = tellPlace(t, attendance?.position);
  const about = tellEstimate(t, attendance);
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
          {about && ` · ${about}`}
        </p>
        <p class="hint">{tellOutlook(t, attendance) ?? t("wait.hint")}</p>
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

/** Only what is known: without enough to go by nothing is promised. */
function tellEstimate(t: Translate<WidgetKey>, attendance: Attendance | undefined): string | undefined {
  const { estimateMs } = attendance?.wait ?? {};
  return estimateMs === undefined
    ? undefined
    : t.count("wait.about", Math.max(1, Math.round(estimateMs / 60_000)));
}

function tellOutlook(t: Translate<WidgetKey>, attendance: Attendance | undefined): string | undefined {
  const { wait } = attendance ?? {};
  if (wait?.opensAt !== undefined) return t("wait.opens", { time: toWhen(wait.opensAt, t.locale) });
  return wait?.nobodyHere || wait?.isClosed ? t("wait.nobody") : undefined;
}
