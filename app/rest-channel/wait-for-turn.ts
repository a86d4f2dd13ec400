import type { Conversations } from "../../conversation/index.js";

/** Longer than a turn may take; what is there by then is the answer. */
const usualWaitMs = 10_000;
/** Another node may run the turn, and tells nobody here when it has nothing to say. */
const lookMs = 200;

/** Resolves when the message is answered, when the conversation is with people, or when the time is over. */
export async function waitForTurn(
  conversations: Pick<Conversations, "byId" | "events">,
  wait: { readonly conversationId: string; readonly seq: number; readonly waitMs: number | undefined },
): Promise<void> {
  const { conversationId, seq, waitMs = usualWaitMs } = wait;
  const until = performance.now() + waitMs;
  for (;;) {
    const heard = nextSign(conversations, conversationId);
    const row = await conversations.byId(conversationId);
    const isOver = row === undefined || row.owner_kind !== "assistant" || row.answered_seq >= seq;
    if (isOver || performance.now() >= until) return heard.cancel();
    await heard.sign;
  }
}

/** Something was stored in the conversation, or it is time to look again. */
function nextSign({ events }: Pick<Conversations, "events">, conversationId: string) {
  let cancel = (): void => undefined;
  const sign = new Promise<void>((resolve) => {
    const timer = setTimeout(() => cancel(), lookMs);
    const cuts = [
      events.on("stored", (message) => message.conversationId === conversationId && cancel()),
      events.on("changed", (id) => id === conversationId && cancel()),
    ];
    cancel = () => {
      clearTimeout(timer);
      for (const cut of cuts) cut();
      resolve();
    };
  });
  return { sign, cancel };
}
