import { type Cast, openCast } from "./team/cast.js";

describe("the coming and going of people", () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await openCast();
  });
  afterAll(async () => {
    await cast.desk.stop();
  });

  it("is told to who talks with a requester, and costs nobody anything where nobody does (S2-57)", async () => {
    const { desk, bruno } = cast;
    const { conversations } = desk.app.domains;
    const changed: string[] = [];
    conversations.events.on("changed", (id) => changed.push(id));
    const rui = await desk.connect("rui");
    const open = await rui.get("conversation:open", {});
    rui.close();

    const { conversationId } = await cast.talk();
    await bruno.get("conversation:open", { conversationId });
    const mark = bruno.heard.length;
    cast.ana.close();
    await bruno.hear(
      "conversation:changed",
      ({ conversation }) => conversation.id === conversationId && !conversation.online.requester,
    );
    const heard = bruno.heard.slice(mark).map(({ name }) => name);

    expect(heard).not.toContain("presence:changed");
    expect(changed).toContain(conversationId);
    expect(changed).not.toContain(open.conversation.id);
  });
});
