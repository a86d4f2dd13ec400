import { ActionIcon, Alert, Button, Group, Text, Textarea } from "@mantine/core";
import { IconLock, IconSend2 } from "@tabler/icons-react";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { maxMessageChars } from "../../../../contract/limits.js";
import { filesOf, onDrop, uploadsOf } from "../../../chat/index.js";
import { useDesk } from "../../shared/desk.js";
import { AttachButton, UploadList, useUploads } from "../../shared/files/upload-list.js";
import { useConsole, useConsoleState, useConsoleTexts, useTalk } from "../console-context.js";
import { findAttendance, isOwnGroup, isWaiting } from "../state/console-state.js";
import { CardChip } from "../team/card-chip.js";
import { ConsoleNote, KindSwitch, useComposerKind } from "../team/composer-kind.js";
import { Picker } from "../team/picker.js";
import team from "../team/team.module.css";
import { useTeamState } from "../team/team-context.js";
import { useCaret } from "../team/use-caret.js";
import { useDraftCard } from "../team/use-draft-card.js";
import { useReplyPicking } from "../team/use-reply-picking.js";
import { useOutcome } from "../use-outcome.js";
import { AwayLine } from "./away-line.js";
import { closedComposerId, takeLostFocus } from "./take-lost-focus.js";
import classes from "./talk.module.css";
import { tellWhyClosed } from "./tell-why-closed.js";

const counterFromChars = maxMessageChars - 500;

/** Where the agent writes while the talk is theirs; otherwise it tells whose it is. */
export function Composer({ conversationId }: { conversationId: string }) {
  const { conversation, phase } = useTalk(conversationId);
  const meId = useConsoleState((state) => state.me.id);
  const isPart = useTeamState(({ participants }) => participants.some(({ id }) => id === meId));
  const [kind, setKind] = useComposerKind();
  const owner = conversation?.owner;
  if (!owner || phase === "failed") return null;
  const mine = owner.kind === "agent" && (owner.id === meId || isPart);
  return (
    <footer className={classes.below}>
      <div className={classes.inner}>
        {mine && <AwayLine conversation={conversation} />}
        <Group justify="space-between" gap={8} mb={4} wrap="nowrap">
          <TypingLine conversationId={conversationId} />
          <KindSwitch kind={kind} onChange={setKind} />
        </Group>
        {kind === "note" ? (
          <ConsoleNote conversationId={conversationId} />
        ) : mine ? (
          <OpenComposer conversationId={conversationId} />
        ) : (
          <ClosedComposer conversationId={conversationId} />
        )}
      </div>
    </footer>
  );
}

/** The id by which shortcuts find the text field. */
export const composerId = "composer-text";

/** Where one writes: Enter sends, Shift+Enter breaks the line. */
export function OpenComposer({ conversationId, name: colleague }: { conversationId: string; name?: string }) {
  const t = useConsoleTexts();
  const talk = useConsole().talkOf(conversationId);
  const { draft, conversation } = useTalk(conversationId);
  const field = useRef<HTMLTextAreaElement>(null);
  const [dropping, setDropping] = useState(false);
  const uploads = uploadsOf(talk, useDesk().files);
  const items = useUploads(uploads);
  const [card, setCard] = useDraftCard(conversationId);
  const caret = useCaret(field, draft);
  const picking = useReplyPicking({
    conversation,
    draft,
    caret,
    write: (text) => talk.setDraft(text),
    attach: setCard,
  });
  const tooLong = draft.length > maxMessageChars;
  const empty =
    (!draft.trim() && !card && items.length === 0) || items.some(({ state }) => state !== "ready");
  const name = colleague ?? conversation?.requester.name ?? "";

  useEffect(() => onDrop(document, { files: uploads.add, over: setDropping }), [uploads]);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);

  const send = (): void => {
    if (empty || tooLong) return;
    const text = draft.trim();
    const files = uploads.take();
    if (card) talk.sendWithArticle(text || card.title, card.id);
    if (!card || files.length > 0) talk.sendFiles(card ? "" : text, files);
    setCard(undefined);
    talk.setDraft("");
    field.current?.focus();
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    send();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (picking.onKeyDown(event)) return;
    // While an input method composes a word, Enter accepts the word.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };

  return (
    <form
      onSubmit={onSubmit}
      data-dropping={dropping || undefined}
      onPaste={(event) => {
        const files = filesOf(event.clipboardData);
        if (files.length > 0) event.preventDefault();
        uploads.add(files);
      }}
    >
      <UploadList uploads={uploads} />
      {card && <CardChip title={card.title} onRemove={() => setCard(undefined)} />}
      <div className={`${classes.composer} ${team.anchor}`}>
        <Picker picking={picking} label={picking.label} none={picking.none} />
        <AttachButton uploads={uploads} />
        <Textarea
          id={composerId}
          ref={field}
          flex={1}
          dir="auto"
          autosize
          minRows={1}
          maxRows={8}
          value={draft}
          error={tooLong}
          placeholder={t("composer.placeholder", { name })}
          aria-label={t("composer.placeholder", { name })}
          aria-describedby="composer-hint"
          {...picking.field}
          onChange={(event) => talk.setDraft(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <ActionIcon type="submit" size={36} aria-label={t("composer.send")} disabled={empty || tooLong}>
          <IconSend2 size={18} />
        </ActionIcon>
      </div>
      <Group justify="space-between" mt={4} gap={8}>
        <Text size="xs" c="dimmed" id="composer-hint">
          {t("composer.hint")}
        </Text>
        {draft.length >= counterFromChars && (
          <Text size="xs" c={tooLong ? "var(--mantine-color-error)" : "dimmed"} role="status">
            {t("composer.counter", { count: draft.length, max: maxMessageChars })}
          </Text>
        )}
      </Group>
    </form>
  );
}

function ClosedComposer({ conversationId }: { conversationId: string }) {
  const t = useConsoleTexts();
  const { accept, close } = useConsole();
  const tell = useOutcome();
  const { conversation, draft } = useTalk(conversationId);
  const place = useRef<HTMLDivElement>(null);
  // Not its button: who was just writing would press it.
  useEffect(() => takeLostFocus(place.current), []);
  const attendance = useConsoleState((state) => findAttendance(state, conversationId));
  const mayAccept = useConsoleState(
    ({ me }) => attendance && isWaiting(attendance) && attendance.groupIds.some((id) => isOwnGroup(me, id)),
  );
  if (!conversation) return null;
  return (
    <Alert
      ref={place}
      id={closedComposerId}
      tabIndex={-1}
      color="gray"
      icon={<IconLock size={18} />}
      role="status"
    >
      <Group justify="space-between" gap="sm">
        <Text size="sm">{tellWhyClosed(conversation.owner, t, mayAccept ? "own-queue" : "other-queue")}</Text>
        {attendance && mayAccept ? (
          <Button size="compact-sm" onClick={async () => tell(await accept(attendance.id))}>
            {t("queue.accept")}
          </Button>
        ) : (
          <Button size="compact-sm" variant="default" onClick={() => close(conversationId)}>
            {t("talk.close-tab")}
          </Button>
        )}
      </Group>
      {draft && (
        <Text size="sm" c="dimmed" mt={6}>
          {t("composer.kept-draft", { text: draft })}
        </Text>
      )}
    </Alert>
  );
}

function TypingLine({ conversationId }: { conversationId: string }) {
  const t = useConsoleTexts();
  const { typists } = useTalk(conversationId);
  return (
    <div className={classes.typing} aria-live="off">
      {typists.length > 0 && t("talk.typing", { name: typists.map(({ name }) => name).join(", ") })}
    </div>
  );
}
