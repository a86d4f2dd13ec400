import type { Account } from "../../contract/index.js";
import { type ChatClient, createChatClient } from "../../web/chat/chat-client.js";
import { keepInMemory } from "../../web/chat/keeping.js";
import { createTalk, type Talk } from "../../web/chat/talk.js";
import { openSocketFor } from "../faults/person.js";
import { logIn } from "../support/desk-client.js";

/** What a person's page is made of, without its looks: the chat of the pages. */
export interface Screen {
  readonly client: ChatClient;
  readonly token: string;
  readonly me: Account;
  talk(conversationId: string): Talk;
  close(): void;
}

/** A page that reaches the desk by this address; loaded anew it remembers nothing. */
export async function openScreen(url: string, username: string): Promise<Screen> {
  const token = await logIn(url, username);
  const { user } = await getJson<{ user: Account }>(url, token, "/api/v1/session");
  const client = createChatClient({ url, token, openSocket: openSocketFor(() => undefined) });
  const talks: Talk[] = [];
  client.connect();
  return {
    client,
    token,
    me: user,
    talk(conversationId) {
      const side = user.role === "requester" ? "requester" : "agent";
      const talk = createTalk(client, conversationId, { me: { id: user.id, side }, keeping: keepInMemory() });
      talks.push(talk);
      return talk;
    },
    close() {
      for (const talk of talks) talk.stop();
      client.close();
    },
  };
}

export async function getJson<T>(url: string, token: string, path: string): Promise<T> {
  const answer = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return (await answer.json()) as T;
}
