import {
  type Answers,
  AppError,
  type Attachment,
  type Message,
  maxMessageChars,
  type Principal,
  type Request,
} from "../../contract/index.js";
import type { AppendResult, Side } from "../../conversation/index.js";
import { type BotEventParts, type Caller, requireSide } from "./parts.js";

/** Stores a message of a requester or of the agent who has the conversation; answered after the commit (D3). */
export function messageSend(parts: BotEventParts) {
  return async (
    request: Request<"message:send">,
    { principal }: Caller,
  ): Promise<Answers["message:send"]> => {
    checkText(request);
    if (parts.mode() !== "off") {
      // Only agents name an epoch. The store takes a message only from the requester, or from the agent who owns the
      // conversation, so what it takes needs no other look; whoever is refused is told why by the longer way.
      const side = request.epoch === undefined ? "requester" : "agent";
      const result = await append(parts, { request, principal, side });
      if (result.status === "stored") return { message: result.message };
    }
    return { message: await sendAsAllowed(parts, request, principal) };
  };
}

async function sendAsAllowed(
  parts: BotEventParts,
  request: Request<"message:send">,
  principal: Principal,
): Promise<Message> {
  const side = await requireSide(parts, principal, request.conversationId);
  if (side === "agent" && request.epoch === undefined) {
    throw new AppError(
      "conversation/epoch-required",
      "An agent's message needs the epoch it is written under.",
    );
  }
  if (side === "requester" && parts.mode() === "off")
    await refuseUnlessWithPerson(parts, request.conversationId);
  return toMessage(await append(parts, { request, principal, side }));
}

async function append(
  parts: BotEventParts,
  { request, principal, side }: { request: Request<"message:send">; principal: Principal; side: Side },
): Promise<AppendResult> {
  const { articleId } = request;
  const card =
    articleId !== undefined && side === "agent" ? await cardFor(parts, request, principal) : undefined;
  const draft = {
    conversationId: request.conversationId,
    clientMessageId: request.clientMessageId,
    sender: { kind: side, id: principal.accountId, name: principal.name },
    text: request.text,
    value: side === "requester" ? request.value : undefined,
    attachments: card === undefined ? undefined : [card],
    epoch: request.epoch,
    firstSentAt: request.firstSentAt,
  };
  const { attachments } = request;
  return attachments === undefined
    ? parts.conversations.append(draft)
    : parts.conversations.appendWithFiles(draft, attachments);
}

async function cardFor(
  parts: BotEventParts,
  { conversationId, articleId = "" }: Request<"message:send">,
  principal: Principal,
): Promise<Attachment> {
  await requireSide(parts, principal, conversationId);
  return parts.articleCard(conversationId, articleId);
}

function checkText({ text, value, attachments }: Request<"message:send">): void {
  if (text.length > maxMessageChars) {
    throw new AppError("message/too-long", `A message has at most ${maxMessageChars} characters.`, {
      details: { maxChars: maxMessageChars },
    });
  }
  // A chip may carry its choice alone; text without a visible character says nothing (S1 reading 6).
  if (text.trim() === "" && value === undefined && attachments === undefined)
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
    case "unlinked":
      throw new AppError(
        "contact/not-mutual",
        "You can talk when both of you have linked each other. Ask your colleague to link you.",
      );
    case "missing":
      throw new AppError("conversation/not-found", "There is no such conversation of yours.");
  }
}
