import type { Db } from "../../store/index.js";
import type { Mask } from "../privacy/index.js";
import type { Question } from "./to-messages.js";

const linesMost = 4;
const charsMost = 400;

/**
 * The last words between the requester and the assistant before this message, oldest first. What was said with people
 * is nobody else's: nothing before it is read either.
 */
export async function readEarlier(
  db: Db,
  {
    conversationId,
    beforeSeq,
    name,
    mask,
  }: {
    readonly conversationId: string;
    readonly beforeSeq: number;
    /** Of the requester, whom the assistant calls by it. */
    readonly name: string;
    readonly mask: Mask;
  },
): Promise<Question["earlier"]> {
  const rows = await db
    .selectFrom("message")
    .select(["sender_kind", "text"])
    .where("conversation_id", "=", conversationId)
    .where("seq", "<", beforeSeq)
    .orderBy("seq", "desc")
    .limit(linesMost)
    .execute();
  const other = rows.findIndex((row) => row.sender_kind !== "requester" && row.sender_kind !== "assistant");
  return (other < 0 ? rows : rows.slice(0, other))
    .filter((row) => row.text !== "")
    .reverse()
    .map((row) => ({
      who: row.sender_kind === "requester" ? ("requester" as const) : ("assistant" as const),
      text: mask(withoutName(row.text, name)).slice(0, charsMost),
    }));
}

function withoutName(text: string, name: string): string {
  return name === "" ? text : text.replaceAll(name, "…");
}
