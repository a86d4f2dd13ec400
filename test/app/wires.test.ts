import { startDesk } from "../support/desk.js";
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

  it("is noted of those who are still here when the desk stops, however long it takes (F2)", async () => {
    const desk = await startDesk(
      {},
      {
        bend: ({ handoff }) => ({
          handoff: {
            ...handoff,
            people: { ...handoff.people, disconnected: slowly(handoff.people.disconnected) },
          },
        }),
      },
    );
    await Promise.all(["ana", "rui", "bruno"].map((name) => desk.connect(name)));

    await desk.app.stop();
    await turns();
    await desk.stop();

    expect(desk.log.filter((line) => /"level":[456]0/.test(line))).toEqual([]);
  });
});

/** Of the event loop, more than stopping takes. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 500; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

function slowly<Args extends unknown[]>(work: (...args: Args) => Promise<void>) {
  return async (...args: Args) => {
    await turns();
    await work(...args);
  };
}
