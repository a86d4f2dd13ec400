import type { Message, Notice, SenderKind } from "../../../../contract/conversation.js";
import { toSegments } from "../../../../web/app/console/talk/to-segments.js";
import type { TalkItem } from "../../../../web/chat/index.js";

function say(seq: number, kind: SenderKind, notice?: Notice["kind"]): TalkItem {
  const message: Message = {
    id: `m${seq}`,
    conversationId: "c",
    seq,
    sender: { kind, id: kind, name: kind },
    text: "…",
    sentAt: seq,
    ...(notice ? { notice: { kind: notice } } : {}),
  };
  return { kind: "posted", key: message.id, message, own: kind === "agent", state: "sent" };
}

const shape = (items: readonly TalkItem[]) =>
  toSegments(items).map(({ kind, items: part }) => [kind, part.length]);

describe("the stretches of a talk", () => {
  it("keep the assistant's part apart from the part with people", () => {
    const items = [
      say(1, "requester"),
      say(2, "assistant"),
      say(3, "system", "attendance-waiting"),
      say(4, "requester"),
      say(5, "system", "attendance-accepted"),
      say(6, "agent"),
    ];

    expect(shape(items)).toEqual([
      ["assistant", 2],
      ["people", 4],
    ]);
  });

  it("give the assistant a part of its own again after it was handed back", () => {
    const items = [
      say(1, "assistant"),
      say(2, "agent"),
      say(3, "system", "attendance-handed-back"),
      say(4, "requester"),
      say(5, "assistant"),
      say(6, "system", "attendance-resumed"),
      say(7, "agent"),
    ];

    expect(shape(items)).toEqual([
      ["assistant", 1],
      ["people", 2],
      ["assistant", 2],
      ["people", 2],
    ]);
  });

  it("lose no message and keep their order", () => {
    const items = [
      say(1, "requester"),
      say(2, "system", "ticket-opened"),
      say(3, "agent"),
      say(4, "system", "attendance-ended"),
    ];

    expect(toSegments(items).flatMap((segment) => segment.items)).toEqual(items);
  });

  it("never fold away what the agent has not sent yet", () => {
    const unsent: TalkItem = {
      kind: "outgoing",
      key: "o",
      clientMessageId: "o",
      text: "…",
      firstSentAt: 1,
      state: "failed",
    };

    expect(shape([say(1, "requester"), unsent])).toEqual([
      ["assistant", 1],
      ["people", 1],
    ]);
  });
});
