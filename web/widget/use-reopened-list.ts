import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import type { TalkItem } from "../chat/talk-items.js";

export interface ReopenedList {
  /** The key of the message whose list can be chosen from again. */
  readonly reopened: string | undefined;
  readonly reopen: (articleId: string) => void;
}

/** Closing an article brings the list it was chosen from back as it was, until something is written (S2-28). */
export function useReopenedList(
  items: readonly TalkItem[],
  scroller: RefObject<HTMLElement | null>,
): ReopenedList {
  const [kept, setKept] = useState<{ readonly key: string; readonly length: number }>();

  function reopen(articleId: string): void {
    const list = items.findLast((item) => offers(item, articleId));
    if (!list) return;
    setKept({ key: list.key, length: items.length });
    // After the choices are open again: a disabled button takes no focus.
    requestAnimationFrame(() => {
      const row = scroller.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(list.key)}"]`);
      row?.scrollIntoView({ block: "nearest" });
      row?.querySelector<HTMLElement>(".chip")?.focus();
    });
  }

  return { reopened: kept?.length === items.length ? kept.key : undefined, reopen };
}

function offers(item: TalkItem, articleId: string): boolean {
  const actions = item.kind === "posted" ? (item.message.actions ?? []) : [];
  return actions.some(({ value }) => value.kind === "open-article" && value.articleId === articleId);
}
