import {
  AppError,
  type Attachment,
  type Conversation,
  type Locale,
  type Mode,
  type Principal,
} from "../../contract/index.js";
import type { Conversations, Side } from "../../conversation/index.js";
import type { Bot } from "../create-bot.js";

/** Who sent a request, and what the socket it came over can do. */
export interface Caller {
  readonly principal: Principal;
  readonly socketId: string;
  follow(conversationId: string, side: Side): Promise<void>;
}

/** What the events of a talk need. */
export interface BotEventParts {
  readonly conversations: Conversations;
  readonly bot: Bot;
  mode(): Mode;
  /** On which side of a conversation somebody stands, if on any. */
  sideOf(person: Principal, conversationId: string): Promise<Side | undefined>;
  conversationView(conversationId: string, viewer: Principal): Promise<Conversation>;
  /** Whether this agent may write in the conversation now: has it, or takes part. */
  takesPart(person: Principal, conversationId: string): Promise<boolean>;
  /** An article as a card for the requester of this conversation; throws where that person may not read it. */
  articleCard(conversationId: string, articleId: string): Promise<Attachment>;
  localeOf(person: Principal): Promise<Locale | undefined>;
  tellTyping(typing: { conversationId: string; person: Principal; on: boolean; socketId: string }): void;
  /** Ends the talk for its requester, with whatever attendance it has. */
  closeTalk(conversationId: string, person: Principal, reason: string | undefined): Promise<void>;
}

/** The side of a person who may see the conversation; to everybody else it does not exist (S10). */
export async function requireSide(
  parts: BotEventParts,
  person: Principal,
  conversationId: string,
): Promise<Side> {
  const side = await parts.sideOf(person, conversationId);
  if (side === undefined)
    throw new AppError("conversation/not-found", "There is no such conversation of yours.");
  return side;
}
