import type { Answers, Principal, Request, RequestName } from "../contract/index.js";

/** Who asks, and what the socket they ask through can do. */
export interface Caller {
  readonly principal: Principal;
  readonly socketId: string;
  /** From where, as far as the proxies in front may be believed. */
  readonly address: string;
  /** From now on this socket hears what happens in the conversation, as the side it stands on. */
  follow(conversationId: string, side: "requester" | "agent"): Promise<void>;
  /** Hears, or no longer hears, what is told to a room that is no conversation. */
  enter(room: string): Promise<void>;
  leave(room: string): Promise<void>;
}

/** One handler per request; the payload has been parsed, and an AppError becomes the refusal. */
export type Handlers = {
  readonly [N in RequestName]: (payload: Request<N>, caller: Caller) => Promise<Answers[N]>;
};
