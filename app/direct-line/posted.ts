import { z } from "zod";
import { readSaid, type Said } from "../../bot/channel/index.js";
import type { Message } from "../../contract/index.js";
import { titleOf } from "../rest-channel/payload.js";
import { DirectLineRefusal } from "./refusals.js";

const maxTextChars = 64_000;
const userId = z
  .string()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}*$/u, "control characters");
export const userSchema = z.object({
  id: userId,
  name: z
    .string()
    .max(200)
    .nullish()
    .transform((text) => text ?? undefined),
});

/** What a client may post: strict on what the desk uses, and the rest is dropped. */
export const postedSchema = z.object({
  type: z.string().min(1).max(60),
  from: userSchema.nullish(),
  text: z.string().max(maxTextChars).nullish(),
  value: z.unknown().optional(),
  /** Of an event; and the id its sender has given it. */
  name: z.string().max(200).nullish(),
  id: z.string().max(200).nullish(),
  locale: z.string().max(100).nullish(),
  entities: z.array(z.unknown()).max(500).nullish(),
  attachments: z
    .array(
      z.object({
        contentType: z.string().max(200).nullish(),
        content: z.unknown().optional(),
        name: z.string().max(1000).nullish(),
      }),
    )
    .max(200)
    .nullish(),
  channelData: z
    .object({ clientActivityID: z.string().max(100).nullish().catch(undefined) })
    .nullish()
    .catch(undefined),
});
export type Posted = z.infer<typeof postedSchema>;

export function parsePosted(body: unknown): Posted {
  const parsed = postedSchema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new DirectLineRefusal(
    400,
    issue?.path.join(".") === "type" ? "MissingProperty" : "BadArgument",
    `This is not an activity. ${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`,
  );
}

/** Where the client's own name of a message stands in the log, so that a repeat is known and its echo carries it. */
const prefix = "direct-line:";
const nameShape = /^[\w.:-]{1,100}$/;

export function messageNameOf({ channelData }: Posted, fallback: string): string {
  const own = channelData?.clientActivityID ?? "";
  return nameShape.test(own) ? `${prefix}${own}` : fallback;
}

export function clientActivityIdOf(clientMessageId: string | undefined): string | undefined {
  return clientMessageId?.startsWith(prefix) ? clientMessageId.slice(prefix.length) : undefined;
}

/** What was said; a choice without words reads as its button did. */
export function readPosted(posted: Posted, newest: readonly Message[]): Said {
  const { text, value, entities } = posted;
  const said = readSaid({
    text: text ?? undefined,
    value,
    entities,
    attachments: [],
    recipient: { id: "assistant" },
  });
  if (said.wasCut) {
    throw new DirectLineRefusal(413, "MessageSizeTooBig", "This message is too long.");
  }
  const title = said.value === undefined || text?.trim() ? undefined : titleOf(said.value, newest);
  return title === undefined ? said : { ...said, text: title };
}
