import { z } from "zod";
import type { ExternalReply } from "../../bot/index.js";
import type { Action } from "../../contract/index.js";

const titleMax = 200;
const payloadMax = 500;
const textMax = 4000;
const repliesMax = 10;
const buttonsMax = 20;

/** One reply of the REST channel that Rasa and Anuva speak (S2-X3); anything else in it is ignored. */
const replySchema = z.object({
  text: z.string().optional(),
  image: z.string().optional(),
  attachment: z.string().optional(),
  buttons: z.array(z.object({ title: z.string(), payload: z.string() })).optional(),
});

/** What an external assistant answered, as replies of this desk; what is not understood is left out. */
export function toReplies(answer: unknown): ExternalReply[] {
  const list = z.array(z.unknown()).safeParse(answer);
  if (!list.success) return [];
  return list.data.slice(0, repliesMax).flatMap((one) => {
    const parsed = replySchema.safeParse(one);
    if (!parsed.success) return [];
    const { text = "", image, attachment, buttons = [] } = parsed.data;
    const lines = [text.trim(), ...[image, attachment].filter(isWebAddress)].filter((line) => line !== "");
    const actions = buttons.flatMap(toAction).slice(0, buttonsMax);
    if (lines.length === 0 && actions.length === 0) return [];
    const said = lines.join("\n").slice(0, textMax);
    return [actions.length > 0 ? { text: said, actions } : { text: said }];
  });
}

/** A button's title is shown, its payload is sent back as the requester's words (S2-X3). */
function toAction({ title, payload }: { title: string; payload: string }): Action[] {
  const shown = title.trim().slice(0, titleMax);
  if (shown === "" || payload.trim() === "" || payload.length > payloadMax) return [];
  return [{ title: shown, value: { kind: "say", text: payload } }];
}

function isWebAddress(text: string | undefined): text is string {
  return text !== undefined && /^https?:\/\//.test(text);
}
