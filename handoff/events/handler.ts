import type { Answers, Conversation, Principal, Request, RequestName } from "../../contract/index.js";
import type { Handoff } from "../handoff.js";

/** Who sent a request, and over which socket. */
export interface Caller {
  readonly principal: Principal;
  readonly socketId: string;
}

/** Answers one socket event. The payload is parsed; an `AppError` it throws becomes the refusal the caller sees. */
export interface EventHandler<N extends RequestName> {
  readonly name: N;
  readonly handle: (payload: Request<N>, caller: Caller) => Promise<Answers[N]>;
}

export interface HandlerParts {
  readonly handoff: Handoff;
  /** The conversation as this person sees it; throws when it is not theirs. */
  readonly conversationView: (conversationId: string, viewer: Principal) => Promise<Conversation>;
}
