import { randomUUID } from "node:crypto";
import { demoDesk } from "../../../config/demo/index.js";
import type { Talk } from "../../../web/chat/talk.js";
import { newCanary } from "../oracles/canary.js";
import type { Person } from "../person.js";
import { until } from "../until.js";

const group = demoDesk.groups.find((one) => one.takesAttendances)?.id ?? "";

type Act = (scene: Scene) => Promise<unknown>;

interface Scene {
  readonly requester: Person;
  readonly agents: readonly [Person, Person];
  readonly talk: Talk;
  readonly attendanceId: string;
}

const accept =
  (at: 0 | 1): Act =>
  async ({ agents, attendanceId }) => {
    const outcome = await agents[at].ask("attendance:accept", { attendanceId, requestId: randomUUID() });
    if (outcome.ok) agents[at].show(outcome.conversation);
  };
const write: Act = async ({ requester, talk }) => {
  talk.send(`The requester's words ${newCanary()}`);
  await requester.sent(talk);
};
const answer =
  (at: 0 | 1): Act =>
  async ({ agents, talk }) => {
    const own = agents[at].talks.get(talk.conversationId);
    own?.send(`The agent's words ${newCanary()}`);
    if (own !== undefined) await agents[at].sent(own);
  };
const cancel: Act = ({ requester, attendanceId }) => requester.ask("attendance:cancel", { attendanceId });
const close: Act = ({ requester, talk }) =>
  requester.ask("conversation:close", { conversationId: talk.conversationId });
const end =
  (at: 0 | 1): Act =>
  ({ agents, attendanceId }) =>
    agents[at].ask("attendance:end", { attendanceId });
const passOn =
  (at: 0 | 1): Act =>
  ({ agents, attendanceId }) =>
    agents[at].ask("attendance:transfer", {
      attendanceId,
      to: { kind: "agent", id: agents[1 - at]?.id ?? "" },
    });
const passBack =
  (at: 0 | 1): Act =>
  ({ agents, attendanceId }) =>
    agents[at].ask("attendance:transfer", { attendanceId, to: { kind: "group", id: group } });
const handBack =
  (at: 0 | 1): Act =>
  ({ agents, attendanceId }) =>
    agents[at].ask("attendance:transfer", { attendanceId, to: { kind: "assistant" } });

const whileWaiting = [accept(0), accept(1), accept(0), accept(1), write, write, cancel, close];
const whileTalking = [
  ...[answer(0), answer(1), answer(0), answer(1), write, write, close],
  ...[end(0), end(1), passOn(0), passOn(1), passBack(0), passBack(1), handBack(0), handBack(1)],
];

/** Again and again: a wish, a handful of verbs at once while it waits, a handful at once while they talk. */
export async function interleave(
  requester: Person,
  agents: readonly [Person, Person],
  { dice, rounds }: { readonly dice: (below: number) => number; readonly rounds: number },
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const talk = await requester.open();
    if (talk.getSnapshot().conversation?.owner.kind === "assistant") {
      talk.send(`I want a person ${newCanary()}`, { kind: "talk-to-attendant" });
      await until("it has left the assistant", () => ownerOf(talk) !== "assistant");
    }
    const attendanceId = talk.getSnapshot().conversation?.attendance?.id;
    if (attendanceId === undefined) throw new Error("There is no attendance.");
    const scene = { requester, agents, talk, attendanceId };
    await atOnce(whileWaiting, scene, dice);
    await atOnce(whileTalking, scene, dice);
  }
}

function ownerOf(talk: Talk): string | undefined {
  return talk.getSnapshot().conversation?.owner.kind;
}

async function atOnce(acts: readonly Act[], scene: Scene, dice: (below: number) => number): Promise<void> {
  const chosen = Array.from({ length: 5 }, () => acts[dice(acts.length)]);
  await Promise.all(chosen.map((act) => act?.(scene)));
}
