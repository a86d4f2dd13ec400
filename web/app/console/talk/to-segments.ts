import type { TalkItem } from "../../../chat/index.js";

/** A stretch of the talk: with the assistant (folded away for the agent) or among people. */
export interface Segment {
  readonly key: string;
  readonly kind: "assistant" | "people";
  readonly items: readonly TalkItem[];
}

const toPeople: readonly string[] = ["attendance-waiting", "attendance-accepted", "attendance-resumed"];
const toAssistant: readonly string[] = [
  "attendance-handed-back",
  "attendance-cancelled",
  "attendance-ended",
  "conversation-closed",
];

/** Cuts a talk where it went over to people and where it went back. The notice that tells it belongs to the people. */
export function toSegments(items: readonly TalkItem[]): readonly Segment[] {
  const segments: { key: string; kind: Segment["kind"]; items: TalkItem[] }[] = [];
  let side: Segment["kind"] = "assistant";
  for (const item of items) {
    const kind = findKind(item);
    if (isForPeople(item, kind)) side = "people";
    const last = segments.at(-1);
    if (last?.kind === side) last.items.push(item);
    else segments.push({ key: item.key, kind: side, items: [item] });
    if (toAssistant.includes(kind ?? "")) side = "assistant";
  }
  return segments;
}

function findKind(item: TalkItem): string | undefined {
  return item.kind === "posted" ? item.message.notice?.kind : undefined;
}

function isForPeople(item: TalkItem, kind: string | undefined): boolean {
  if (item.kind === "outgoing") return true;
  return item.message.sender.kind === "agent" || toPeople.includes(kind ?? "");
}
