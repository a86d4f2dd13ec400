import {
  type Answers,
  AppError,
  type Message,
  maxMessageChars,
  type Request,
  type Sender,
} from "../../contract/index.js";
import type { AppendResult } from "../../conversation/index.js";
import { type BotEventParts, type Caller, requireSide } from "./parts.js";

/** Stores a message of a requester or of the agent who has the conversation; answered after the commit (D3). */
export function messageSend(parts: BotEventParts) {
  return async (request: Request<"message:send">, caller: Caller): Promise<Answers["message:send"]> => {
    const { principal } = caller;
    checkText(request);
    const side = await requireSide(parts, principal, request.conversationId);
    if (side === "agent" && request.epoch === undefined) {
      throw new AppError(
        "conversation/epoch-required",
        "An agent's message needs the epoch it is written under.",
      );
    }
    if (side === "requester" && parts.mode() === "off")
      await refuseUnlessWithPerson(parts, request.conversationId);
    const sender: Sender = { kind: side, id: principal.accountId, name: principal.name };
    const result = await parts.conversations.append({
      conversationId: request.conversationId,
      clientMessageId: request.clientMessageId,
      sender,
      text: request.text,
      value: side === "requester" ? request.value : undefined,
      epoch: request.epoch,
      firstSentAt: request.firstSentAt,
    });
    return { message: toMessage(result) };
  };
}

function checkText({ text, value }: Request<"message:send">): void {
  if (text.length > maxMessageChars) {
    throw new AppError("message/too-long", `A message has at most ${maxMessageChars} characters.`, {
      details: { maxChars: maxMessageChars },
    });
  }
  // A chip may carry its choice alone; text without a visible character says nothing (S1 reading 6).
  if (text.trim() === "" && value === undefined)
    throw new AppError("message/empty", "There is nothing to send.");
}

/** Switching the chat off never disturbs a talk that is with a person. */
async function refuseUnlessWithPerson({ conversations }: BotEventParts, id: string): Promise<void> {
  const row = await conversations.byId(id);
  if (row?.owner_kind === "assistant") throw new AppError("chat/off", "The chat is switched off.");
}

function toMessage(result: AppendResult): Message {
  switch (result.status) {
    case "stored":
    case "repeat":
      return result.message;
    case "stale":
      throw new AppError("conversation/stale-epoch", "Somebody else has this conversation now.", {
        details: { epoch: result.epoch, owner: result.owner },
      });
    case "closed":
      throw new AppError(
        "conversation/closed",
        "This conversation has ended; start a new one or resume it.",
        {
          details: { epoch: result.epoch, owner: result.owner },
        },
      );
    case "missing":
      throw new AppError("conversation/not-found", "There is no such conversation of yours.");
  }
}
