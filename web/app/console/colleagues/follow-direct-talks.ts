import type { Talk } from "../../../chat/index.js";
import type { Console } from "../state/console.js";

/**
 * Hears every direct talk, also those without a tab: words of a colleague open one, whose mark is seen and heard (S2-45).
 * A talk whose tab was closed is another object afterwards, so each change of the tabs is a reason to look.
 */
export function followDirectTalks(options: {
  readonly console: Console;
  readonly idsOf: () => readonly string[];
}): { follow(): void; stop(): void } {
  const { console, idsOf } = options;
  const followed = new Map<string, { readonly talk: Talk; readonly leave: () => void }>();

  function followOne(id: string): void {
    const talk = console.talkOf(id);
    const known = followed.get(id);
    if (known?.talk === talk) return;
    known?.leave();
    let unread = 0;
    const look = (): void => {
      const { phase, unread: present } = talk.getSnapshot();
      if (phase !== "ready") return;
      const isMore = present > unread;
      unread = present;
      if (!isMore) return;
      console.open(id);
    };
    followed.set(id, { talk, leave: talk.subscribe(look) });
    look();
  }

  const follow = (): void => idsOf().forEach(followOne);
  const stopWatching = console.store.subscribe((state, before) => {
    // Not before the console has let go of what was closed.
    if (state.openIds !== before.openIds) queueMicrotask(follow);
  });
  return {
    follow,
    stop() {
      stopWatching();
      for (const { leave } of followed.values()) leave();
    },
  };
}
