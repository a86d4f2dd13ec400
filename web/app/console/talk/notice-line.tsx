import type { Message, Notice } from "../../../../contract/conversation.js";
import type { ConsoleKey } from "../../../texts/console.js";
import type { Translate } from "../../../texts/index.js";
import { RelativeTime } from "../../shared/time.js";
import { toHours } from "../colleagues/colleagues-state.js";
import { useConsoleTexts } from "../console-context.js";
import classes from "./talk.module.css";

/** An event of the talk as a thin line in the reader's language. */
export function NoticeLine({ message }: { message: Message }) {
  const t = useConsoleTexts();
  return (
    <p className={classes.notice}>
      <span>
        {message.notice ? tellNotice(message.notice, t) : message.text} ·{" "}
        <RelativeTime at={message.sentAt} narrow />
      </span>
    </p>
  );
}

/** What happened, in the reader's language. */
export function tellNotice(notice: Notice, t: Translate<ConsoleKey>): string {
  const { kind, name, ticketNumber, reason, event, spentMs } = notice;
  if (event) {
    const line = t(`notice.consult.${event}`, { name: name ?? "", time: toHours(spentMs ?? 0) });
    const isSaved = ticketNumber !== undefined && (event === "ended" || event === "lost");
    return isSaved ? t("notice.consult.saved", { line, number: ticketNumber }) : line;
  }
  const told = t(`notice.${kind}`, { name: name ?? t("notice.somebody"), number: ticketNumber ?? "" });
  const isNamed = ticketNumber === undefined || kind === "ticket-opened";
  const line = isNamed ? told : t("notice.with-ticket", { line: told, number: ticketNumber });
  return reason ? t("notice.with-reason", { line, reason }) : line;
}
