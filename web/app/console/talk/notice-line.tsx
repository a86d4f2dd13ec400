import type { Message, Notice } from "../../../../contract/conversation.js";
import type { ConsoleKey } from "../../../texts/console.js";
import type { Translate } from "../../../texts/index.js";
import { RelativeTime } from "../../shared/time.js";
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

function tellNotice({ kind, name, ticketNumber, reason }: Notice, t: Translate<ConsoleKey>): string {
  const told = t(`notice.${kind}`, { name: name ?? t("notice.somebody"), number: ticketNumber ?? "" });
  const isNamed = ticketNumber === undefined || kind === "ticket-opened";
  const line = isNamed ? told : t("notice.with-ticket", { line: told, number: ticketNumber });
  return reason ? t("notice.with-reason", { line, reason }) : line;
}
