import { z } from "zod";
import { type ActionValue, actionValueSchema, maxMessageChars } from "../../contract/index.js";
import type { ChannelActivity } from "./activity.js";

const mentionSchema = z.object({
  type: z.literal("mention"),
  text: z.string().min(1).max(500),
  mentioned: z.object({ id: z.string() }),
});

/** What of an activity is said in it. */
type Words = Pick<ChannelActivity, "text" | "value" | "entities" | "attachments"> & {
  readonly recipient: { readonly id: string };
};

/** What a person said with a message of a channel. */
export interface Said {
  readonly text: string;
  readonly value: ActionValue | undefined;
  /** The text was longer than a message may be, and only its beginning is here. */
  readonly wasCut: boolean;
  /** Files came and no words. */
  readonly onlyFiles: boolean;
}

/** Reads a message: without the mention of the bot, trimmed, cut to what a message may hold, with the choice made. */
export function readSaid(activity: Words): Said {
  const value = actionValueSchema.safeParse(activity.value).data;
  const whole = clean(activity) || (value === undefined ? "" : value.kind.replaceAll("-", " "));
  const files = (activity.attachments ?? []).filter((file) => !file.contentType?.startsWith("text/html"));
  // The file stays where the channel keeps it: fetching what a stranger names would be asking for trouble.
  const links = files.flatMap(({ name, contentUrl }) =>
    contentUrl ? [`${name || "File"}: ${contentUrl}`] : [],
  );
  const all = [whole, ...links].filter((part) => part !== "").join("\n");
  const text = cut(all);
  return { text, value, wasCut: text.length < all.length, onlyFiles: text === "" && files.length > 0 };
}

function clean(activity: Words): string {
  const mentions = (activity.entities ?? []).flatMap((entity) => mentionSchema.safeParse(entity).data ?? []);
  const ofBot = mentions.filter((mention) => mention.mentioned.id === activity.recipient.id);
  const unaddressed = ofBot.reduce((text, mention) => text.replace(mention.text, " "), activity.text ?? "");
  return (
    unaddressed
      // People whom Teams marks up keep their names.
      .replace(/<at(?: [^<>]{0,200})?>([^<>]{0,200})<\/at>/g, "$1")
      // PostgreSQL stores every character but this one.
      .replaceAll("\u0000", "")
      .trim()
  );
}

function cut(text: string): string {
  if (text.length <= maxMessageChars) return text;
  const head = text.slice(0, maxMessageChars);
  // Not in the middle of a character that takes two.
  return /[\ud800-\udbff]$/.test(head) ? head.slice(0, -1) : head;
}
