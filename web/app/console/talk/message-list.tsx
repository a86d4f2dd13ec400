import { Button, Skeleton, Stack, VisuallyHidden } from "@mantine/core";
import { IconArrowDown } from "@tabler/icons-react";
import { Fragment, useMemo } from "react";
import { LoadFailed } from "../../shared/load-failed.js";
import { useConsole, useConsoleTexts, useTalk } from "../console-context.js";
import { NoteRow } from "../team/note-row.js";
import { notesWithin, seqOf } from "../team/place-notes.js";
import { useTeamState } from "../team/team-context.js";
import { AssistantPart } from "./assistant-part.js";
import { Faces } from "./faces.js";
import { MessageRows } from "./message-rows.js";
import classes from "./talk.module.css";
import { toSegments } from "./to-segments.js";
import { useAnnounced } from "./use-announced.js";
import { useFollowEnd } from "./use-follow-end.js";

/** The whole talk in order: what was said to the assistant is folded away, what people said stands open. */
export function MessageList({ conversationId }: { conversationId: string }) {
  const t = useConsoleTexts();
  const { talkOf, close, show } = useConsole();
  const talk = talkOf(conversationId);
  const { items, phase, error, unread } = useTalk(conversationId);
  const segments = useMemo(() => toSegments(items), [items]);
  const notes = useTeamState((state) => state.notes);
  const placed = useMemo(() => {
    const firstSeqs = segments.map(({ items: part }) => seqOf(part[0]));
    return segments.map((_, at) => notesWithin(notes, at === 0 ? 0 : firstSeqs[at], firstSeqs[at + 1]));
  }, [segments, notes]);
  const { ref, atEnd, toEnd } = useFollowEnd(items.length + notes.length, () => talk.markRead());
  const announced = useAnnounced(items);
  const reopen = (): void => {
    close(conversationId);
    show(conversationId);
  };

  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reached by keyboard. */}
      <section ref={ref} className={classes.list} aria-label={t("talk.messages")} tabIndex={0}>
        {phase === "loading" && items.length === 0 && <MessageSkeletons />}
        {phase === "failed" && <LoadFailed message={error?.message} onRetry={reopen} />}
        <Faces conversationId={conversationId}>
          <div className={classes.messages}>
            {segments.map(({ key, kind, items: part }, at) => {
              const own = placed[at] ?? [];
              return kind === "assistant" ? (
                <Fragment key={key}>
                  <AssistantPart items={part} isLast={at === segments.length - 1} />
                  {own.map((note) => (
                    <NoteRow key={note.id} note={note} />
                  ))}
                </Fragment>
              ) : (
                <MessageRows key={key} conversationId={conversationId} items={part} notes={own} />
              );
            })}
          </div>
        </Faces>
      </section>
      <VisuallyHidden role="status" aria-live="polite">
        {announced}
      </VisuallyHidden>
      {!atEnd && (
        <div style={{ position: "relative" }}>
          <div className={classes.jump}>
            <Button size="compact-sm" radius="xl" leftSection={<IconArrowDown size={14} />} onClick={toEnd}>
              {unread > 0 ? t.count("unread", unread) : t("talk.to-end")}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}

function MessageSkeletons() {
  return (
    <Stack aria-hidden className={classes.messages}>
      <Skeleton h={48} w="60%" radius="lg" />
      <Skeleton h={36} w="40%" radius="lg" ms="auto" />
      <Skeleton h={64} w="55%" radius="lg" />
    </Stack>
  );
}
