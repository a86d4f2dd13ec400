import { Anchor, Badge, Text } from "@mantine/core";
import { IconBook, IconCheck, IconChecks, IconRobot } from "@tabler/icons-react";
import { memo } from "react";
import type { ArticleAttachment, Message } from "../../../../contract/conversation.js";
import type { TalkItem } from "../../../chat/index.js";
import { FileView } from "../../shared/files/file-view.js";
import { PersonAvatar } from "../../shared/person-avatar.js";
import { RelativeTime } from "../../shared/time.js";
import { useConsoleTexts } from "../console-context.js";
import { usePhotoOf } from "./faces.js";
import classes from "./talk.module.css";

export interface PostedRowProps {
  readonly item: Extract<TalkItem, { kind: "posted" }>;
  readonly first: boolean;
}

/** A stored message: text as it was written, never as markup (S1-18), with time and picture (S1-21). */
export const PostedRow = memo(function PostedRow({ item, first }: PostedRowProps) {
  const t = useConsoleTexts();
  const { message, own, state } = item;
  const isAssistant = message.sender.kind === "assistant";
  const Seen = state === "read" ? IconChecks : IconCheck;
  return (
    <article
      className={classes.row}
      data-own={own || undefined}
      data-first={first || undefined}
      data-kind={message.sender.kind}
      aria-label={t("talk.by", { name: own ? t("talk.you") : message.sender.name })}
    >
      <div className={classes.face}>{first && <Face message={message} isAssistant={isAssistant} />}</div>
      <div className={classes.column}>
        {first && !own && (
          <Text size="xs" fw={600} c="dimmed">
            {message.sender.name}
          </Text>
        )}
        {message.text !== "" && (
          <div className={classes.bubble} dir="auto">
            <Words message={message} />
          </div>
        )}
        <Attached message={message} />
        <div className={classes.meta}>
          <RelativeTime at={message.sentAt} />
          {message.via === "mail" && <span>{t("talk.by-mail")}</span>}
          {message.isUnproven && <span className={classes.unproven}>{t("talk.unproven")}</span>}
          {own && (
            <Seen size={14} role="img" aria-label={t(`message.${state}`)} title={t(`message.${state}`)} />
          )}
        </div>
      </div>
    </article>
  );
});

/** The sentence of an article that the requester saw marked is marked for the attendant too. */
function Words({ message: { text, marked } }: { message: Message }) {
  if (!marked) return text;
  return (
    <>
      {text.slice(0, marked.from)}
      <mark>{text.slice(marked.from, marked.to)}</mark>
      {text.slice(marked.to)}
    </>
  );
}

function Face({ message, isAssistant }: { message: Message; isAssistant: boolean }) {
  const photoOf = usePhotoOf();
  if (isAssistant) return <IconRobot size={26} aria-hidden style={{ margin: 3 }} />;
  return <PersonAvatar name={message.sender.name} photoUrl={photoOf(message.sender)} size={32} />;
}

function ArticleLink({ article: { articleId, title } }: { article: ArticleAttachment }) {
  return (
    <Anchor size="xs" href={`/?article=${articleId}`} target="_blank" rel="noreferrer">
      <IconBook size={13} aria-hidden style={{ verticalAlign: "-2px" }} /> {title}
    </Anchor>
  );
}

function Attached({ message }: { message: Message }) {
  const { actions = [], attachments = [] } = message;
  if (actions.length + attachments.length === 0) return null;
  return (
    <div className={classes.chips}>
      {attachments.map((attachment) =>
        attachment.kind === "file" ? (
          <FileView key={attachment.fileId} file={attachment} />
        ) : (
          <ArticleLink key={attachment.articleId} article={attachment} />
        ),
      )}
      {actions.map(({ title, value }) => (
        <Badge key={`${value.kind}${title}`} size="sm" variant="outline" color="gray" tt="none" fw={400}>
          {title}
        </Badge>
      ))}
    </div>
  );
}
