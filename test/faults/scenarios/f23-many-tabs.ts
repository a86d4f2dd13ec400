import { newCanary } from "../oracles/canary.js";
import { addPeople } from "../people.js";
import { Person } from "../person.js";
import { until } from "../until.js";
import type { Scenario } from "../stage/scenario.js";

const tabs = 20;

export const manyTabs: Scenario = {
  id: "F23",
  fault: "20 tabs of one requester send the first message at once",
  criterion: "one conversation, and all tabs show the same",
  on: ["sqlite", "two-nodes"],
  play: async (stage) => {
    const desk = await stage.desk();
    const crowd = await stage.crowd(desk);
    const rounds = stage.part(20, 2);
    const who = await addPeople(desk.store, { requesters: rounds, agents: 0 });
    let single = 0;
    let same = 0;
    for (const account of who.requesters) {
      const open = Array.from(
        { length: tabs },
        (_, at) => new Person(desk.urls[at % desk.urls.length] ?? "", account, crowd.history),
      );
      await until("all tabs are online", () => open.every((tab) => tab.isOnline), 30_000);
      const talks = await Promise.all(
        open.map(async (tab, at) => {
          const talk = await tab.open();
          talk.send(`The first words of tab ${at} ${newCanary()}`);
          return talk;
        }),
      );
      for (const tab of open) await tab.settle(desk.store, 20_000);
      if (new Set(talks.map((talk) => talk.conversationId)).size === 1) single += 1;
      const shows = () =>
        new Set(
          talks.map((talk) =>
            talk
              .getSnapshot()
              .items.map((item) => (item.kind === "posted" ? item.message.id : ""))
              .join(),
          ),
        );
      await until("all show the same", () => shows().size === 1, 10_000).then(
        () => {
          same += 1;
        },
        () => undefined,
      );
      for (const tab of open) tab.close();
    }
    stage.check("Requesters with one conversation", `${single} of ${rounds}`, single === rounds);
    stage.check("… and one picture in all tabs", `${same} of ${rounds}`, same === rounds);
    await stage.judge(desk, crowd);
  },
};
