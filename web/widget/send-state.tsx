import type { TalkItem } from "../chat/talk-items.js";
import { useScope } from "./context.js";
import { Icon } from "./icons.js";
import { useReadable } from "./use-readable.js";

export interface SendStateProps {
  readonly item: TalkItem;
  readonly onResend: (clientMessageId: string) => void;
  readonly onDiscard: (clientMessageId: string) => void;
}

/** Pending, sent, read, or not sent with the button that posts it again (S1-23). */
export function SendState({ item, onResend, onDiscard }: SendStateProps) {
  const { t, chat } = useScope();
  const online = useReadable(chat).connection.status === "online";
  if (item.kind === "posted") {
    return (
      <span class="state">
        <Icon name={item.state === "read" ? "checks" : "check"} size={14} />
        {t(`message.${item.state}`)}
      </span>
    );
  }
  if (item.state === "pending") {
    return (
      <span class="state">
        <Icon name="clock" size={14} />
        {t(online ? "message.pending" : "message.waiting")}
      </span>
    );
  }
  return (
    <span class="state state-failed" role="alert">
      <Icon name="alert" size={14} />
      {t("message.failed")}
      <button type="button" class="text-button" onClick={() => onResend(item.clientMessageId)}>
        {t("message.resend")}
      </button>
      <button type="button" class="text-button quiet" onClick={() => onDiscard(item.clientMessageId)}>
        {t("message.discard")}
      </button>
    </span>
  );
}
