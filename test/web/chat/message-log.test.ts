import fc from "fast-check";
import type { Message } from "../../../contract/conversation.js";
import { createMessageLog } from "../../../web/chat/message-log.js";

function message(seq: number, id = `m-${seq}`): Message {
  const sender = { kind: "assistant", id: "assistant", name: "Assistant" } as const;
  return { id, conversationId: "c", seq, sender, text: `text ${seq}`, sentAt: seq };
}

describe("a message log", () => {
  it("shows every message once in seq order, whatever the order and number of arrivals (D6, D10)", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.array(fc.nat(29)), (count, repeats) => {
        const log = createMessageLog();
        const all = Array.from({ length: count }, (_, index) => message(index + 1));
        const again = repeats.flatMap((index) => all[index] ?? []);

        for (const each of [...again, ...[...all].reverse()]) log.apply([each]);

        expect(log.messages).toEqual(all);
        expect(log.lastSeq).toBe(count);
      }),
    );
  });

  it("says that something is missing, and shows nothing beyond the hole", () => {
    const log = createMessageLog();

    const applied = log.apply([message(1), message(3)]);

    expect(applied).toBe("hole");
    expect(log.lastSeq).toBe(1);
  });

  it("says when another message already has that number", () => {
    const log = createMessageLog();
    log.apply([message(1)]);

    expect(log.apply([message(1, "other")])).toBe("conflict");
    expect(log.messages.map(({ id }) => id)).toEqual(["m-1"]);
  });
});
