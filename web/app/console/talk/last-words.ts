import type { Message } from "../../../../contract/conversation.js";
import type { FileAttachment } from "../../../../contract/file.js";
import type { TalkSnapshot } from "../../../chat/index.js";

/** What was said last in a talk, as a tab shows it (S1-31); what the desk noted is in the requester's language. */
export function lastWords({ items }: Pick<TalkSnapshot, "items">): string | undefined {
  const last = items.findLast((item) => item.kind === "outgoing" || item.message.sender.kind !== "system");
  if (last === undefined) return undefined;
  return last.kind === "posted" ? wordsOf(last.message) : last.text || namesOf(last.files);
}

/** A message in one line: its words, or the names of the files that came without any. */
export function wordsOf({ text, attachments = [] }: Pick<Message, "text" | "attachments">): string {
  return text || namesOf(attachments.flatMap((one) => (one.kind === "file" ? [one] : [])));
}

function namesOf(files: readonly FileAttachment[] = []): string {
  return files.map(({ name }) => name).join(", ");
}
