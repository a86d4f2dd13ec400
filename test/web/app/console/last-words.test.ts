import type { Message, SenderKind } from "../../../../contract/conversation.js";
import type { FileAttachment } from "../../../../contract/file.js";
import { lastWords } from "../../../../web/app/console/talk/last-words.js";
import type { TalkItem } from "../../../../web/chat/index.js";

const photo: FileAttachment = {
  kind: "file",
  fileId: "01999d00-0000-7000-8000-000000000001",
  name: "printer.png",
  type: "image/png",
  size: 10,
};

function posted(kind: SenderKind, change: Partial<Message>): TalkItem {
  const sender = { kind, id: kind, name: kind };
  const message: Message = { id: "m", conversationId: "c", seq: 1, sender, text: "", sentAt: 1, ...change };
  return { kind: "posted", key: message.id, message, own: false, state: "sent" };
}

/** What a tab shows under the name (S1-31). */
describe("the last words of a talk", () => {
  it("are those said last, sent or still on their way", () => {
    const said = posted("requester", { text: "It hums" });
    const outgoing: TalkItem = {
      kind: "outgoing",
      key: "own:1",
      clientMessageId: "1",
      text: "Since when?",
      firstSentAt: 1,
      state: "pending",
    };

    expect(lastWords({ items: [said] })).toBe("It hums");
    expect(lastWords({ items: [said, outgoing] })).toBe("Since when?");
    expect(lastWords({ items: [] })).toBeUndefined();
  });

  it("are the names of files that came without a word", () => {
    const files = posted("requester", { attachments: [photo, { ...photo, name: "log.txt" }] });

    expect(lastWords({ items: [files] })).toBe("printer.png, log.txt");
  });

  it("are what somebody said, not what the desk noted in the language of the requester", () => {
    const said = posted("requester", { text: "Está a fumegar" });
    const noted = posted("system", { text: "Chamado 1001.", notice: { kind: "attendance-waiting" } });

    expect(lastWords({ items: [said, noted] })).toBe("Está a fumegar");
  });
});
