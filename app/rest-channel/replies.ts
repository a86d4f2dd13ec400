import { z } from "zod";
import { type Attachment, isShownInPlace, type Message } from "../../contract/index.js";
import { toPayload } from "./payload.js";

const recipient = { recipient_id: z.string() };

/** Rasa's shapes exactly. */
export const restReplySchema = z.union([
  z.strictObject({
    ...recipient,
    text: z.string(),
    buttons: z.array(z.strictObject({ title: z.string(), payload: z.string() })).optional(),
  }),
  z.strictObject({ ...recipient, image: z.string() }),
  z.strictObject({ ...recipient, attachment: z.string() }),
]);
export type RestReply = z.infer<typeof restReplySchema>;

/** One message of the log as the replies of this protocol: text with its buttons first, then each attachment. */
export function toReplies(
  { text, actions = [], attachments = [] }: Message,
  to: { readonly sender: string; readonly linkOf: (fileId: string) => string },
): RestReply[] {
  const recipient_id = to.sender;
  const buttons = actions.map(({ title, value }) => ({ title, payload: toPayload(value) }));
  const said = text === "" && buttons.length === 0 ? [] : [{ recipient_id, text }];
  const last = attachments.flatMap((attachment) => toReply(attachment, to));
  return [...said.map((one) => (buttons.length === 0 ? one : { ...one, buttons })), ...last];
}

function toReply(
  attachment: Attachment,
  { sender, linkOf }: { readonly sender: string; readonly linkOf: (fileId: string) => string },
): RestReply[] {
  if (attachment.kind === "article") {
    return [{ recipient_id: sender, text: `${attachment.title}\n\n${attachment.body}` }];
  }
  const link = linkOf(attachment.fileId);
  return isShownInPlace(attachment.type)
    ? [{ recipient_id: sender, image: link }]
    : [{ recipient_id: sender, attachment: link }];
}
