import { type EmbeddedDesk, openEmbeddedDesk } from "./embedded-desk.js";
import { findBrokenPromises } from "./oracles/find-broken-promises.js";
import { History } from "./oracles/history.js";
import { addPeople } from "./people.js";
import { Person } from "./person.js";
import { until } from "./until.js";

const tabs = 20;

describe("twenty tabs of one requester", () => {
  let desk: EmbeddedDesk;
  const open: Person[] = [];

  beforeAll(async () => {
    desk = await openEmbeddedDesk();
  });
  afterAll(async () => {
    for (const tab of open) tab.close();
    await desk.close();
  });

  it("that send the first message at once are one conversation, and all show the same (F23, Q5)", async () => {
    const history = new History();
    const { requesters } = await addPeople(desk.store, { requesters: 1, agents: 0 });
    const [who] = requesters;
    if (who === undefined) throw new Error("Nobody is there.");
    for (let at = 0; at < tabs; at += 1) open.push(new Person(desk.node.url, who, history));
    await until("all are online", () => open.every((tab) => tab.isOnline));

    const talks = await Promise.all(
      open.map(async (tab, at) => {
        const talk = await tab.open();
        talk.send(`The first words of tab ${at}`);
        return talk;
      }),
    );
    const { db } = desk.store;
    await until("every tab is answered", async () => {
      const rows = await db.selectFrom("turn").select("seq").execute();
      return rows.length === tabs;
    });
    for (const tab of open) await tab.settle(desk.store);
    for (const tab of open) tab.tell();

    expect(new Set(talks.map((talk) => talk.conversationId)).size).toBe(1);
    const greetings = await db.selectFrom("message").selectAll().where("seq", "=", 1).execute();
    expect(greetings.map((row) => row.client_message_id)).toEqual(["greeting"]);
    expect(new Set(history.shown.map(({ ids }) => ids.join())).size).toBe(1);
    expect(history.acked).toHaveLength(tabs);
    expect(await findBrokenPromises(desk.store, history)).toEqual([]);
  });
});
