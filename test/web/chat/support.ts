import { createChatClient } from "../../../web/chat/chat-client.js";
import { type Keeping, keepInMemory } from "../../../web/chat/keeping.js";
import { createTalk, type Talk } from "../../../web/chat/talk.js";
import { createFakeClock } from "./fake-clock.js";
import { conversationId, createFakeDesk, me } from "./fake-desk.js";

/** A talk over a fake line, connected and caught up with an empty log. */
export async function startTalk(keeping: Keeping = keepInMemory(), desk = createFakeDesk()) {
  const clock = createFakeClock();
  const client = createChatClient({ openSocket: desk.openSocket, timers: clock });
  const talk = createTalk(client, conversationId, { me, keeping });
  client.connect();
  await clock.advance(0);
  return { desk, clock, client, talk, keeping };
}

export function texts(talk: Talk): string[] {
  return talk.getSnapshot().items.map((item) => (item.kind === "posted" ? item.message.text : item.text));
}

export function states(talk: Talk): string[] {
  return talk.getSnapshot().items.map((item) => item.state);
}
