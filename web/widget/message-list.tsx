import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Talk } from "../chat/talk.js";
import type { TalkItem } from "../chat/talk-items.js";
import type { TalkSnapshot } from "../chat/talk-view.js";
import { Bubble } from "./bubble.js";
import { useScope } from "./context.js";
import { Icon } from "./icons.js";
import { NoticeLine } from "./notice-line.js";
import { useReopenedList } from "./use-reopened-list.js";
import { useStayAtEnd } from "./use-stay-at-end.js";

const nearBottomPx = 80;

/** The talk by `seq`; it stays at the newest line unless the reader scrolled up. */
export function MessageList({ talk, view }: { talk: Talk; view: TalkSnapshot }) {
  const { t } = useScope();
  const scroller = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const { typists } = view;
  const shown = view.items.filter(isToShow);
  const items = view.conversation?.attendance ? shown.filter(isNoGreeting) : shown;
  const newest = items.findLastIndex((item) => item.kind === "outgoing" || item.message.notice === undefined);

  const toEnd = (): void => {
    const box = scroller.current;
    if (box) box.scrollTop = box.scrollHeight;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever changes the height moves the end.
  useLayoutEffect(() => {
    const last = items.at(-1);
    if (atEnd || (last && (last.kind === "outgoing" || last.own))) toEnd();
  }, [view.items, typists, view.conversation?.owner.kind]);

  useStayAtEnd(scroller, atEnd ? "at-end" : "above");

  const isOpen = view.conversation?.owner.kind !== "none";
  const list = useReopenedList(items, scroller);

  return (
    <div class="talk">
      <section
        class="scroller"
        ref={scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard.
        tabIndex={0}
        aria-label={t("panel.label")}
        onScroll={({ currentTarget: box }) =>
          setAtEnd(box.scrollHeight - box.scrollTop - box.clientHeight < nearBottomPx)
        }
      >
        {view.phase === "loading" && items.length === 0 && <Skeleton />}
        {view.phase === "ready" && items.length === 0 && <p class="empty">{t("message.empty")}</p>}
        <ol class="messages">
          {items.map((item, index) =>
            item.kind === "posted" && item.message.notice ? (
              <NoticeLine key={item.key} message={item.message} notice={item.message.notice} />
            ) : (
              <Bubble
                key={item.key}
                item={item}
                named={!sameAuthor(items[index - 1], item)}
                newest={index === newest && isOpen}
                active={isOpen && (index === newest || item.key === list.reopened)}
                onChoose={({ title, value }) => {
                  talk.send(title, value);
                  focusComposer(scroller.current);
                }}
                onResend={talk.resend}
                onDiscard={talk.discard}
                onCloseArticle={list.reopen}
              />
            ),
          )}
        </ol>
        {typists.map(({ accountId, name }) => (
          <p key={accountId} class="typing">
            <span class="dots" aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
            {t("message.typing", { name: accountId === "assistant" ? t("who.assistant") : name })}
          </p>
        ))}
      </section>
      {!atEnd && (
        <button
          type="button"
          class="to-end"
          aria-label={view.unread > 0 ? undefined : t("message.to-end")}
          onClick={toEnd}
        >
          {view.unread > 0 && t("message.new")}
          <Icon name="down" size={18} />
        </button>
      )}
    </div>
  );
}

/** "How can I help?" is out of place once a person has been asked for (S2-56). */
function isNoGreeting(item: TalkItem): boolean {
  return item.kind === "outgoing" || item.message.clientMessageId !== "greeting";
}

/** The chosen button is gone; writing goes on where a keyboard does not have to come up first. */
function focusComposer(inside: HTMLElement | null): void {
  if (!window.matchMedia("(hover: hover)").matches) return;
  inside?.closest(".panel")?.querySelector<HTMLElement>(".composer textarea")?.focus();
}

/** What the desk asked for in the requester's name when the talk began has no words (S2-X1). */
function isToShow(item: TalkItem): boolean {
  if (item.kind === "outgoing" || !item.own) return true;
  const { text, notice, attachments = [] } = item.message;
  return text !== "" || notice !== undefined || attachments.length > 0;
}

function sameAuthor(before: TalkItem | undefined, item: TalkItem): boolean {
  if (!before || (before.kind === "posted" && before.message.notice)) return false;
  return authorKey(before) === authorKey(item);
}

function authorKey(item: TalkItem): string {
  return item.kind === "outgoing" || item.own ? "own" : item.message.sender.id;
}

function Skeleton() {
  return (
    <div class="skeleton" aria-hidden="true">
      <i />
      <i />
      <i />
    </div>
  );
}
