import type { Action } from "../../contract/action.js";
import type { TalkItem } from "../chat/talk-items.js";
import { ArticleCard } from "./article-card.js";
import { Chips } from "./chips.js";
import { useScope } from "./context.js";
import { FileCard } from "./file-card.js";
import { Icon } from "./icons.js";
import { MarkedText } from "./linked-text.js";
import { RelativeTime } from "./relative-time.js";
import { SendState } from "./send-state.js";

export interface BubbleProps {
  readonly item: TalkItem;
  /** The first of several by the same author carries the name. */
  readonly named: boolean;
  readonly newest: boolean;
  /** Its choices can be taken: it is the newest, or its list was come back to. */
  readonly active: boolean;
  readonly onChoose: (action: Action) => void;
  readonly onResend: (clientMessageId: string) => void;
  readonly onDiscard: (clientMessageId: string) => void;
  readonly onCloseArticle: (articleId: string) => void;
}

export function Bubble(props: BubbleProps) {
  const { item, named, newest, active, onChoose, onResend, onDiscard, onCloseArticle } = props;
  const { t } = useScope();
  const own = item.kind === "outgoing" || item.own;
  const posted = item.kind === "posted" ? item.message : undefined;
  const text = item.kind === "posted" ? item.message.text : item.text;
  const author = own ? t("message.you") : authorOf(item, t("who.assistant"));
  const attachments = (item.kind === "posted" ? item.message.attachments : item.files) ?? [];
  return (
    <li data-key={item.key} class={`row ${own ? "row-own" : "row-other"} ${named ? "row-first" : ""}`}>
      {named && (
        <div class="author">
          {posted?.sender.kind === "assistant" && <Icon name="robot" size={14} />}
          <strong>{author}</strong>
        </div>
      )}
      {text && (
        <div class={`bubble ${item.state === "failed" ? "bubble-failed" : ""}`} dir="auto">
          <MarkedText text={text} mark={posted?.marked} />
        </div>
      )}
      {attachments.map((attachment) =>
        attachment.kind === "file" ? (
          <FileCard key={attachment.fileId} file={attachment} />
        ) : (
          <ArticleCard
            key={attachment.articleId}
            attachment={attachment}
            opened={newest && attachments.length === 1}
            onClose={() => onCloseArticle(attachment.articleId)}
          />
        ),
      )}
      <div class="meta">
        <RelativeTime at={posted?.sentAt ?? (item.kind === "outgoing" ? item.firstSentAt : 0)} />
        {posted?.via && ` · ${t("message.by-mail")}`}
        {own && <SendState item={item} onResend={onResend} onDiscard={onDiscard} />}
      </div>
      {posted?.actions && <Chips actions={posted.actions} active={active} onChoose={onChoose} />}
    </li>
  );
}

function authorOf(item: TalkItem, assistant: string): string {
  if (item.kind !== "posted") return "";
  return item.message.sender.kind === "assistant" ? assistant : item.message.sender.name;
}
