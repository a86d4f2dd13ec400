import fc from "fast-check";
import { parseEntries } from "../../../web/chat/outbox-entry.js";

const entry = { clientMessageId: "m", text: "hello", firstSentAt: 1, state: "pending" };

describe("what an earlier life of the tab kept", () => {
  it("is read back as it was", () => {
    expect(parseEntries(JSON.stringify([entry]))).toEqual([entry]);
  });

  it("is left out where it cannot be read", () => {
    const kept = JSON.stringify([{ ...entry, state: "odd" }, null, 7, { text: "no name" }, entry]);

    expect(parseEntries(kept)).toEqual([entry]);
  });

  it("never stops the chat, whatever stands there", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (kept) => Array.isArray(parseEntries(kept))));
  });
});
