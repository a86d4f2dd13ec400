import { parseActivity } from "../../../bot/channel/activity.js";
import { readSaid } from "../../../bot/channel/said.js";

function said(changes: Record<string, unknown>) {
  const parsed = parseActivity({
    type: "message",
    id: "1",
    channelId: "msteams",
    serviceUrl: "https://smba.trafficmanager.net/",
    from: { id: "29:ana" },
    recipient: { id: "28:desk" },
    conversation: { id: "talk" },
    ...changes,
  });
  if (!parsed.ok) throw new Error(parsed.problem);
  return readSaid(parsed.activity);
}

describe("what was said", () => {
  it("is the text without the mention of the bot, and with the names of people", () => {
    const entities = [
      { type: "mention", text: "<at>Desk $&</at>", mentioned: { id: "28:desk" } },
      { type: "mention", text: '<at id="1">Rui</at>', mentioned: { id: "29:rui" } },
      { type: "mention", text: 7, mentioned: null },
      "rubbish",
    ];

    expect(said({ text: '<at>Desk $&</at> ask <at id="1">Rui</at>\n', entities }).text).toBe("ask Rui");
  });

  it("is the choice alone when a button sends no text", () => {
    expect(said({ text: null, value: { kind: "talk-to-attendant" } })).toMatchObject({
      text: "talk to attendant",
      value: { kind: "talk-to-attendant" },
    });
  });

  it.each([{ kind: "grant-admin" }, { kind: "yes", more: 1 }, "yes", 7, ["yes"]])(
    "is no choice for %j",
    (value) => {
      expect(said({ text: "x", value }).value).toBeUndefined();
    },
  );

  it("is never cut inside a character", () => {
    const { text, wasCut } = said({ text: `${"x".repeat(7999)}😀` });

    expect([text, wasCut]).toEqual(["x".repeat(7999), true]);
  });

  it("takes the HTML copy that Teams adds for no file", () => {
    expect(said({ text: " ", attachments: [{ contentType: "text/html" }] }).onlyFiles).toBe(false);
    expect(said({ text: " ", attachments: [{ contentType: "image/png" }] }).onlyFiles).toBe(true);
  });
});
