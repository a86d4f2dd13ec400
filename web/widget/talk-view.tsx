import { useEffect } from "preact/hooks";
import type { Talk } from "../chat/talk.js";
import { AwayLine } from "./away-line.js";
import { ClosedFoot } from "./closed-foot.js";
import { Composer } from "./composer.js";
import { useScope } from "./context.js";
import { MessageList } from "./message-list.js";
import { OpenSurvey } from "./satisfaction.js";
import { TicketBar } from "./ticket-bar.js";
import { useReadable } from "./use-readable.js";
import { Waiting } from "./waiting.js";

/** The open talk: messages, the wait, and where to write. */
export function TalkView({ talk }: { talk: Talk }) {
  const view = useReadable(talk);
  const { conversation } = view;
  const { open } = useScope();
  useMarkRead(talk, view.lastSeq, open);
  return (
    <>
      <TicketBar conversation={conversation} />
      <MessageList talk={talk} view={view} />
      {conversation?.owner.kind === "queue" && <Waiting conversation={conversation} />}
      {conversation?.owner.kind === "none" ? (
        <ClosedFoot conversation={conversation} />
      ) : (
        <>
          {conversation?.owner.kind === "assistant" && view.lastSeq <= 1 && (
            <OpenSurvey shownId={conversation.id} />
          )}
          <AwayLine conversation={conversation} />
          <Composer talk={talk} view={view} />
        </>
      )}
    </>
  );
}

/** What is on the screen of a visible page counts as read. */
function useMarkRead(talk: Talk, lastSeq: number, open: boolean): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new message is to be marked.
  useEffect(() => {
    if (!open) return;
    const mark = (): void => {
      if (document.visibilityState === "visible") talk.markRead();
    };
    const wake = (): void => {
      mark();
      if (document.visibilityState === "visible") talk.refresh();
    };
    mark();
    document.addEventListener("visibilitychange", wake);
    return () => document.removeEventListener("visibilitychange", wake);
  }, [talk, lastSeq, open]);
}
