import type { Message } from "../../contract/index.js";
import type { Row } from "../../store/index.js";

export type Writer = "requester" | "agent";

/** Who should hear of a message of this writer: the other party, where a person has the talk. */
export function otherParty(row: Row<"conversation">, writer: Writer): string | undefined {
  // Who is away from a consult is away from a talk that others have; nobody waits for them alone.
  if (row.kind === "consult") return undefined;
  if (row.owner_kind !== "agent" || row.owner_id === null) return undefined;
  if (writer === "requester") return row.owner_id;
  // In other channels a message reaches the requester by itself, and they are never at our door.
  return ["web", "mail"].includes(row.channel) || row.kind === "direct" ? row.requester_id : undefined;
}

/** People who write; the assistant and the system have nobody to answer to. */
export function writerOf({ sender }: Message): Writer | undefined {
  return sender.kind === "requester" || sender.kind === "agent" ? sender.kind : undefined;
}
