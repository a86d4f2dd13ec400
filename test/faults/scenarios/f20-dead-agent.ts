import { Person } from "../person.js";
import { until } from "../until.js";
import type { Scenario } from "../stage/scenario.js";
import { playSilence, silenceSeconds } from "../stage/silence.js";
import type { Stage } from "../stage/stage.js";
import { enter, tryAccept, waitForPerson } from "../stage/talks.js";

export const deadAgent: Scenario = {
  id: "F20",
  fault:
    "the agent's browser dies: after the accept and before the first word; while typing; an agent stays silent",
  criterion:
    "the requester is told that the agent is away; another agent gets the talk with its whole history, at the latest when its group's time to answer is over",
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
    judgeSilence(stage, await playSilence(desk, crowd, stage.part(6, 2)));
    await stage.judge(desk, crowd);
  },
};

/** A sweep every five seconds, and what a busy machine needs to tell of it. */
const graceMs = 15_000;

function judgeSilence(stage: Stage, silences: Awaited<ReturnType<typeof playSilence>>): void {
  const all = silences.length;
  const count = (what: string, found: number, of = all) =>
    stage.check(what, `${found} of ${of}`, found === of);
  const slowest = Math.max(...silences.map(({ tookMs }) => tookMs));
  stage.atMost("The colleague is asked after the silence", slowest, silenceSeconds * 1000 + graceMs);
  const tooEarly = silences.filter(({ tookMs }) => tookMs < silenceSeconds * 1000 - 500).length;
  stage.check("Talks taken back before the time was over", tooEarly, tooEarly === 0);
  count("Requesters who were told of it", silences.filter(({ isTold }) => isTold).length);
  count("Colleagues who saw the whole talk", silences.filter(({ hasWholeTalk }) => hasWholeTalk).length);
  const late = silences.filter(({ lateWords }) => lateWords !== "none");
  count("Late words refused", late.filter(({ lateWords }) => lateWords === "refused").length, late.length);
}
