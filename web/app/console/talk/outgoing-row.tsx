import { Button, Text } from "@mantine/core";
import { IconAlertTriangle, IconClock } from "@tabler/icons-react";
import type { TalkItem } from "../../../chat/index.js";
import { FileList } from "../../shared/files/file-view.js";
import { PersonAvatar } from "../../shared/person-avatar.js";
import { RelativeTime } from "../../shared/time.js";
import { useConsole, useConsoleState, useConsoleTexts } from "../console-context.js";
import { usePhotoOf } from "./faces.js";
import classes from "./talk.module.css";

export interface OutgoingRowProps {
  readonly item: Extract<TalkItem, { kind: "outgoing" }>;
  readonly conversationId: string;
  readonly first: boolean;
}

/** An own message the server has not confirmed: on its way, or not sent with a way to send it again (S1-23). */
export function OutgoingRow({ item, conversationId, first }: OutgoingRowProps) {
  const t = useConsoleTexts();
  const talk = useConsole().talkOf(conversationId);
  const me = useConsoleState((state) => state.me);
  const photoOf = usePhotoOf();
  const { state, failure } = item;
  const why = failure?.reason === "refused" ? failure.message : t("message.unreachable");
  return (
    <article
      className={classes.row}
      data-own
      data-first={first || undefined}
      data-state={state}
      aria-label={t("talk.by", { name: t("talk.you") })}
    >
      <div className={classes.face}>
        {first && <PersonAvatar name={me.name} photoUrl={photoOf(me)} size={32} />}
      </div>
      <div className={classes.column}>
        {item.text !== "" && (
          <div className={classes.bubble} dir="auto">
            {item.text}
          </div>
        )}
        <FileList files={item.files} />
        <div className={classes.meta}>
          {state === "pending" ? (
            <>
              <RelativeTime at={item.firstSentAt} />
              <IconClock
                size={14}
                role="img"
                aria-label={t("message.pending")}
                title={t("message.pending")}
              />
            </>
          ) : (
            <>
              <IconAlertTriangle size={14} aria-hidden />
              <Text span size="xs" c="var(--mantine-color-error)" role="alert">
                {t("message.failed", { why })}
              </Text>
              <Button size="compact-xs" variant="light" onClick={() => talk.resend(item.clientMessageId)}>
                {t("message.resend")}
              </Button>
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                onClick={() => talk.discard(item.clientMessageId)}
              >
                {t("message.discard")}
              </Button>
            </>
          )}
        </div>
      </div>
    </article>
  );
}
