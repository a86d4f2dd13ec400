import type { Answers } from "../../contract/events.js";
import type { ChatClient } from "./chat-client.js";

const retryPauseMs = 2000;
/** Nobody knows, or the server could not just now: worth asking again. */
const passing = /^(client|server)\//;

export interface JoiningOptions {
  readonly client: ChatClient;
  readonly conversationId: string;
  /** Subscribed: from here on facts come; what was said before has to be read now (D8). */
  readonly onJoined: (answer: Answers["conversation:open"]) => void;
  readonly onRefused: (error: { readonly code: string; readonly message: string }) => void;
  readonly onOffline: () => void;
}

/** Subscribes to the conversation once for every connection that is made; the answer stops it. */
export function keepJoined({ client, conversationId, ...on }: JoiningOptions): () => void {
  let joined = 0;
  let cancelRetry = (): void => {};

  async function join(round: number): Promise<void> {
    const outcome = await client.request("conversation:open", { conversationId });
    const now = client.connection.getSnapshot();
    if (now.round !== round || now.status !== "online") return;
    if (outcome.ok) on.onJoined(outcome);
    else if (passing.test(outcome.error.code))
      cancelRetry = client.timers.after(retryPauseMs, () => join(round));
    else on.onRefused(outcome.error);
  }

  function follow(): void {
    const { status, round } = client.connection.getSnapshot();
    if (status !== "online") {
      on.onOffline();
    } else if (round !== joined) {
      joined = round;
      cancelRetry();
      void join(round);
    }
  }

  const leave = client.connection.subscribe(follow);
  follow();
  return () => {
    joined = Number.POSITIVE_INFINITY;
    cancelRetry();
    leave();
  };
}
