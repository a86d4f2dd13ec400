import { Person } from "../person.js";
import { until } from "../until.js";
import type { Scenario } from "../stage/scenario.js";
import { enter, tryAccept, waitForPerson } from "../stage/talks.js";

export const deadAgent: Scenario = {
  id: "F20",
  fault: "the agent's browser dies: after the accept and before the first word; while typing",
  criterion:
    "the requester is told that the agent is away; another agent gets the talk with its whole history",
  on: ["sqlite", "two-nodes"],
  play: async (stage) => {
    const desk = await stage.desk();
    const crowd = await stage.crowd(desk);
    const { history } = crowd;
    const rounds = stage.part(10, 2);
    const {
      requesters,
      agents,
      who,
      end: leave,
    } = await enter(desk, history, { requesters: rounds, agents: rounds + 1 });
    const next = agents.at(-1);
    if (next === undefined) throw new Error("Nobody came.");
    let told = 0;
    let whole = 0;
    for (let round = 0; round < rounds; round += 1) {
      const [requester, agent] = [requesters[round], agents[round]];
      const account = who.agents[round];
      if (!requester || !agent || !account) throw new Error("Nobody came.");
      const waiter = await waitForPerson(requester);
      await tryAccept(agent, waiter.attendanceId, history);
      if (round % 2 === 1) agent.talks.get(waiter.talk.conversationId)?.setDraft("half a sentence");
      agent.close();
      const isAway = () => waiter.talk.getSnapshot().conversation?.online.agent === false;
      await until("the requester sees that the agent is away", isAway, 20_000).then(
        () => {
          told += 1;
        },
        () => undefined,
      );
      // The same agent in another browser, or a colleague to whom the talk is passed.
      const again = new Person(desk.urls[round % desk.urls.length] ?? "", account, history);
      await until("the agent is back", () => again.isOnline, 20_000);
      await again.ask("attendance:transfer", {
        attendanceId: waiter.attendanceId,
        to: { kind: "agent", id: next.id },
      });
      await tryAccept(next, waiter.attendanceId, history);
      const opened = await next.ask("conversation:open", { conversationId: waiter.talk.conversationId });
      const talk = opened.ok ? next.show(opened.conversation) : undefined;
      await until(
        "the next agent sees all of it",
        () => (talk?.getSnapshot().lastSeq ?? 0) >= waiter.talk.getSnapshot().lastSeq,
        20_000,
      ).then(
        () => {
          whole += 1;
        },
        () => undefined,
      );
      again.close();
      await next.ask("attendance:end", { attendanceId: waiter.attendanceId });
    }
    stage.check("Requesters who were told", `${told} of ${rounds}`, told === rounds);
    stage.check("Next agents who saw the whole talk", `${whole} of ${rounds}`, whole === rounds);
    leave();
    await stage.judge(desk, crowd);
  },
};
