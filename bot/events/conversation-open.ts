import { type Answers, AppError, localeSchema, type Principal, type Request } from "../../contract/index.js";
import { type BotEventParts, type Caller, requireSide } from "./parts.js";

/** Opens one conversation, or the requester's present one, or a new one with the assistant's first words in it. */
export function conversationOpen(parts: BotEventParts) {
  return async (
    request: Request<"conversation:open">,
    caller: Caller,
  ): Promise<Answers["conversation:open"]> => {
    const id = request.conversationId ?? (await openOwn(parts, request, caller.principal));
    const side = await requireSide(parts, caller.principal, id);
    // Followed before it is read: nothing falls between (D8).
    await caller.follow(id, side);
    const conversation = await parts.conversationView(id, caller.principal);
    return { conversation, lastSeq: conversation.lastSeq };
  };
}

async function openOwn(
  parts: BotEventParts,
  { locale }: Request<"conversation:open">,
  person: Principal,
): Promise<string> {
  const present = await parts.conversations.findOpen(person.accountId, "web");
  // One without a word was cut short before its greeting; it gets it now.
  if (present !== undefined && present.last_seq > 0) return present.id;
  if (parts.mode() === "off") throw new AppError("chat/off", "The chat is switched off.");
  const row = await parts.conversations.open({
    requesterId: person.accountId,
    channel: "web",
    locale: locale ?? (await parts.localeOf(person)) ?? "en",
  });
  if (row.last_seq === 0) {
    await parts.bot.greet({
      id: row.id,
      epoch: row.epoch,
      locale: localeSchema.parse(row.locale),
      person,
    });
  }
  return row.id;
}
