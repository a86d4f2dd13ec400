import type { Message, Notice } from "../../contract/conversation.js";
import type { Translate } from "../texts/index.js";
import type { WidgetKey } from "../texts/widget/index.js";
import { useScope } from "./context.js";
import { RelativeTime } from "./relative-time.js";

export function NoticeLine({ message, notice }: { message: Message; notice: Notice }) {
  const { t } = useScope();
  return (
    <li class="notice">
      <span>
        {tellNotice(t, notice, message.text)} · <RelativeTime at={message.sentAt} />
      </span>
    </li>
  );
}

type Told = Exclude<
  Notice["kind"],
  `participant-${string}` | "attendance-merged" | "attendance-joined" | "attendance-reclaimed"
>;

/** What happens rarely is told in the words of the server, in the language of the talk: it is not worth its bytes. */
function isTold(kind: Notice["kind"]): kind is Told {
  return !/^participant-|-(?:merged|joined|reclaimed)$/.test(kind);
}

/** A line of the system in the reader's language. */
export function tellNotice(
  t: Translate<WidgetKey>,
  { kind, name, ticketNumber, reason }: Notice,
  text: string,
): string {
  if (!isTold(kind)) return text;
  if (kind === "attendance-waiting" && !ticketNumber) return t("notice.attendance-waiting.plain");
  if (kind === "attendance-ended" && reason) return t("notice.attendance-ended.reason", { reason });
  return t(`notice.${kind}`, { ticket: ticketNumber ?? "", name: name ?? t("notice.somebody") });
}
