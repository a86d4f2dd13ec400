import { randomUUID } from "node:crypto";
import { sideOf } from "../../conversation/index.js";
import { engines, openTestStore, type TestStore } from "../support/stores.js";
import { openConsults, type TestConsults } from "./desk.js";

describe.each(engines)("contacts on %s", (engine) => {
  let store: TestStore;
  let desk: TestConsults;
  beforeAll(async () => {
    store = await openTestStore(engine);
    desk = await openConsults(store);
  });
  afterAll(() => store.discard());

  it("opens one talk for two who have both linked each other, and for no others (S2-39, S2-40, S2-41)", async () => {
    const [bruno, carla] = [await desk.colleague("Bruno"), await desk.colleague("Carla")];
    const { consults } = desk;

    await expect(consults.openDirect(bruno, carla.accountId, "en")).rejects.toMatchObject({
      code: "contact/not-mutual",
    });
    await consults.setContact(bruno, carla.accountId, "linked");
    await expect(consults.openDirect(carla, bruno.accountId, "en")).rejects.toMatchObject({
      code: "contact/not-mutual",
    });
    const back = await consults.setContact(carla, bruno.accountId, "linked");
    const opened = await Promise.all(
      Array.from({ length: 6 }, (_, at) =>
        at % 2 === 0
          ? consults.openDirect(bruno, carla.accountId, "en")
          : consults.openDirect(carla, bruno.accountId, "en"),
      ),
    );

    expect(back).toMatchObject({ linked: true, linksBack: true });
    expect(new Set(opened.map(({ conversationId }) => conversationId)).size).toBe(1);
  });

  it("carries words both ways while both are linked, and refuses them as soon as one is not (S2-42, S2-43)", async () => {
    const [bruno, carla, diego] = [
      await desk.colleague("Bruno"),
      await desk.colleague("Carla"),
      await desk.colleague("Diego"),
    ];
    const { consults, conversations } = desk;
    await consults.setContact(bruno, carla.accountId, "linked");
    await consults.setContact(carla, bruno.accountId, "linked");
    const { conversationId = "" } = await consults.openDirect(bruno, carla.accountId, "en");
    const say = async (person: typeof bruno) => {
      const side = await sideOf(store.db, { ...person, sessionId: "" }, conversationId);
      const { status } = await conversations.append({
        conversationId,
        clientMessageId: randomUUID(),
        sender: { kind: side ?? "agent", id: person.accountId, name: person.name },
        text: "hello",
        epoch: 1,
      });
      return status;
    };

    const both = [await say(bruno), await say(carla)];
    await consults.setContact(carla, bruno.accountId, "unlinked");
    const unlinked = [await say(bruno), await say(carla)];
    await consults.setContact(carla, bruno.accountId, "linked");

    expect(both).toEqual(["stored", "stored"]);
    expect(unlinked).toEqual(["unlinked", "unlinked"]);
    expect(await say(bruno)).toBe("stored");
    expect(await say(diego)).toBe("missing");
    expect(
      await sideOf(store.db, { ...diego, role: "admin", sessionId: "" }, conversationId),
    ).toBeUndefined();
  });
});
