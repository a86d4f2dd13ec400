import { createDeskLine } from "../../../web/widget/desk-line.js";
import { settle } from "../chat/fake-clock.js";
import { conversationId, createFakeDesk, me } from "../chat/fake-desk.js";

function start() {
  const desk = createFakeDesk();
  const line = createDeskLine({
    url: "https://desk.example",
    isOwnPage: true,
    openSocket: desk.openSocket,
    readLocale: () => "pt",
  });
  const opened = () => desk.requests.filter(({ name }) => name === "conversation:open");
  return { desk, line, opened };
}

describe("the widget's line to the desk", () => {
  it("does not connect before anybody asked for the chat", () => {
    const { desk, line } = start();

    line.recall();

    expect(desk.state.connected).toBe(false);
    expect(line.getSnapshot().stage).toBe("idle");
    line.stop();
  });

  it("opens the present conversation in the language of the page", async () => {
    const { line, opened } = start();

    await line.openConversation();
    await settle();

    expect(opened()[0]?.payload).toEqual({ locale: "pt" });
    expect(line.getSnapshot()).toMatchObject({ stage: "talking" });
    expect(line.present()?.id).toBe(conversationId);
    line.stop();
  });

  it("says the first words in the conversation it opened, once", async () => {
    const { desk, line } = start();

    await line.openConversation(undefined, { text: "Help", value: { kind: "talk-to-attendant" } });
    await line.openConversation();
    await settle();

    expect(desk.stored().map(({ text }) => text)).toEqual(["Help"]);
    line.stop();
  });

  it("asks who talks when the desk does not know, and opens after the log-in", async () => {
    const { desk, line } = start();
    desk.state.reachable = false;
    await line.openConversation();
    desk.tell("connect_error", { data: { code: "session/required", message: "Log in." } });
    expect(line.getSnapshot().stage).toBe("log-in");

    desk.state.reachable = true;
    line.changeToken("t");
    await line.openConversation();
    await settle();

    expect(line.getSnapshot().stage).toBe("talking");
    line.stop();
  });

  it("goes where the requester's attendance is, when it goes on in another conversation (S0-18)", async () => {
    const { desk, line, opened } = start();
    await line.openConversation();
    await settle();
    const other = "01890000-0000-7000-8000-000000000002";
    const present = line.present();

    desk.tell("conversation:changed", { conversation: { ...present, id: other, owner: { kind: "queue" } } });
    await settle();

    expect(opened().at(-2)?.payload).toMatchObject({ conversationId: other });
    expect(present?.requester.id).toBe(me.id);
    line.stop();
  });

  it("stays where it is when another conversation of the requester merely closes", async () => {
    const { desk, line, opened } = start();
    await line.openConversation();
    await settle();
    const before = opened().length;
    const other = "01890000-0000-7000-8000-000000000002";

    desk.tell("conversation:changed", {
      conversation: { ...line.present(), id: other, owner: { kind: "none" } },
    });
    await settle();

    expect(opened()).toHaveLength(before);
    line.stop();
  });
});
