import { ActionIcon, Group, Skeleton, Text, VisuallyHidden } from "@mantine/core";
import { IconEyeOff, IconRefresh, IconX } from "@tabler/icons-react";
import type { OffRecord } from "../../../../contract/consult.js";
import type { TalkItem } from "../../../chat/index.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { RelativeTime } from "../../shared/time.js";
import { useConsole, useConsoleState, useConsoleTexts, useTalk } from "../console-context.js";
import { MessageRows } from "../talk/message-rows.js";
import talk from "../talk/talk.module.css";
import { useAnnounced } from "../talk/use-announced.js";
import { useFollowEnd } from "../talk/use-follow-end.js";
import classes from "./colleagues.module.css";
import { useColleagues, useColleaguesState } from "./colleagues-context.js";
import type { OwnOffRecord } from "./colleagues-state.js";

/** The complete list of everything done and said, and what is for this reader alone in its place (S4-20, S4-23). */
export function DialogBox({ conversationId }: { conversationId: string }) {
  const t = useConsoleTexts();
  const { talkOf, close, show } = useConsole();
  const { items, phase, error } = useTalk(conversationId);
  const offRecords = useColleaguesState((state) => state.offRecords);
  const ownOffRecords = useColleaguesState((state) => state.ownOffRecords);
  const whispers = [...offRecords.values()].filter((one) => one.conversationId === conversationId);
  const waiting = ownOffRecords.filter((one) => one.conversationId === conversationId);
  const count = items.length + whispers.length + waiting.length;
  const { ref } = useFollowEnd(count, () => talkOf(conversationId).markRead());
  const announced = useAnnounced(items);
  const parts = toParts(items, whispers);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reached by keyboard. */}
      <section ref={ref} className={talk.list} aria-label={t("consult.dialog-box")} tabIndex={0}>
        {phase === "loading" && items.length === 0 && <Skeleton h={64} w="55%" radius="lg" />}
        {phase === "failed" && (
          <LoadFailed
            message={error?.message}
            onRetry={() => {
              close(conversationId);
              show(conversationId);
            }}
          />
        )}
        <div className={talk.messages}>
          {parts.map((part) =>
            "whisper" in part ? (
              <Whisper key={part.key} offRecord={part.whisper} />
            ) : (
              <MessageRows key={part.key} conversationId={conversationId} items={part.items} />
            ),
          )}
          {waiting.map((own) => (
            <OwnWhisper key={own.clientMessageId} own={own} />
          ))}
        </div>
      </section>
      <VisuallyHidden role="status" aria-live="polite">
        {announced}
      </VisuallyHidden>
    </>
  );
}

type Part =
  | { readonly key: string; readonly items: readonly TalkItem[] }
  | { readonly key: string; readonly whisper: OffRecord };

/** Puts each message off the record after the message of the log it followed. */
function toParts(items: readonly TalkItem[], whispers: readonly OffRecord[]): Part[] {
  const waiting = [...whispers].sort(
    (one, other) => one.afterSeq - other.afterSeq || one.sentAt - other.sentAt,
  );
  const parts: Part[] = [];
  let stretch: TalkItem[] = [];
  const flush = (): void => {
    const first = stretch[0];
    if (first) parts.push({ key: `from ${first.key}`, items: stretch });
    stretch = [];
  };
  const place = (before: number): void => {
    while (waiting[0] && waiting[0].afterSeq < before) {
      flush();
      const whisper = waiting.shift();
      if (whisper) parts.push({ key: whisper.id, whisper });
    }
  };
  for (const item of items) {
    place(item.kind === "posted" ? item.message.seq : Number.POSITIVE_INFINITY);
    stretch.push(item);
  }
  flush();
  place(Number.POSITIVE_INFINITY);
  return parts;
}

function Whisper({ offRecord }: { offRecord: OffRecord }) {
  const t = useConsoleTexts();
  const meId = useConsoleState(({ me }) => me.id);
  const { sender, recipient, text, sentAt } = offRecord;
  const other = sender.id === meId ? recipient : sender;
  return (
    <article className={classes.whisper} aria-label={t("off-record.row", { name: other.name })}>
      <WhisperHead name={other.name} />
      <Text size="xs" fw={600} c="dimmed">
        {sender.id === meId ? t("talk.you") : sender.name} · <RelativeTime at={sentAt} />
      </Text>
      {text}
    </article>
  );
}

function WhisperHead({ name }: { name: string }) {
  const t = useConsoleTexts();
  return (
    <Group gap={6} wrap="nowrap">
      <IconEyeOff size={14} aria-hidden />
      <Text size="xs">{t("off-record.row", { name })}</Text>
    </Group>
  );
}

function OwnWhisper({ own }: { own: OwnOffRecord }) {
  const t = useConsoleTexts();
  const { resendOffRecord, discardOffRecord } = useColleagues();
  const { clientMessageId, recipientName: name, state, reason, text } = own;
  return (
    <article className={classes.whisper} aria-label={t("off-record.row", { name })} style={{ opacity: 0.85 }}>
      <WhisperHead name={name} />
      {text}
      {state === "failed" && (
        <Group gap={6}>
          <Text size="xs" c="var(--mantine-color-error)">
            {t(reason === "consult/recipient-gone" ? "off-record.gone" : "off-record.failed")}
          </Text>
          <ActionIcon
            variant="subtle"
            size="sm"
            aria-label={t("off-record.resend")}
            onClick={() => resendOffRecord(clientMessageId)}
          >
            <IconRefresh size={14} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t("off-record.discard")}
            onClick={() => discardOffRecord(clientMessageId)}
          >
            <IconX size={14} />
          </ActionIcon>
        </Group>
      )}
    </article>
  );
}
