import { logIn } from "../../support/desk-client.js";
import { addGroup } from "../../support/desks.js";
import type { Crowd } from "../crowd.js";
import { newCanary } from "../oracles/canary.js";
import type { History } from "../oracles/history.js";
import type { Person } from "../person.js";
import { until } from "../until.js";
import type { Desk } from "./desk.js";
import { enter, tryAccept, type Waiter, waitForPerson } from "./talks.js";

/** The shortest silence that a group can set. */
export const silenceSeconds = 30;
const department = "Silent";

export interface Silence {
  /** From the accept that nothing followed to the offer to the colleague, ms. */
  readonly tookMs: number;
  readonly isTold: boolean;
  /** What became of the late words; who does not come back has none. */
  readonly lateWords: "refused" | "stored" | "none";
  readonly hasWholeTalk: boolean;
}

/** An agent, and what they were asked to take. */
interface Asked {
  readonly person: Person;
  readonly offers: Set<string>;
}

/**
 * Agents of a group that gives out by itself accept and write nothing: first one whose browser dies, then one who only
 * stays silent, and so on. Their talk is taken back and the colleague is asked (docs/decisions/silence.md).
 */
export async function playSilence(desk: Desk, { history }: Crowd, rounds: number): Promise<Silence[]> {
  const groupId = await addGroup(desk.store, department);
  const hall = await enter(desk, history, { requesters: rounds, agents: 0 });
  const ids = hall.requesters.map(({ id }) => id);
  await desk.store.db.updateTable("account").set({ department }).where("id", "in", ids).execute();
  await giveOut(desk, groupId);
  const silences: Silence[] = [];
  for (const [round, requester] of hall.requesters.entries()) {
    const team = await enter(desk, history, { requesters: 0, agents: 2, agentGroupIds: [groupId] });
    const asked = team.agents.map(listen);
    const waiter = await waitForPerson(requester);
    silences.push(await playOne(waiter, asked, history, round % 2 === 0 ? "dies" : "stays"));
    team.end();
  }
  hall.end();
  return silences;
}

async function playOne(
  { talk, attendanceId }: Waiter,
  asked: readonly Asked[],
  history: History,
  manner: "dies" | "stays",
): Promise<Silence> {
  const isAsked = ({ offers }: Asked) => offers.has(attendanceId);
  await until("somebody is asked", () => asked.some(isAsked), 30_000);
  const silent = asked.find(isAsked) ?? fail();
  const next = asked.find((one) => one !== silent) ?? fail();
  await tryAccept(silent.person, attendanceId, history);
  const since = performance.now();
  if (manner === "dies") silent.person.close();
  await until("the colleague is asked", () => isAsked(next), 120_000);
  const tookMs = performance.now() - since;
  const lateWords = manner === "dies" ? "none" : await sayLate(silent.person, talk.conversationId);
  await tryAccept(next.person, attendanceId, history);
  const shown = next.person.talks.get(talk.conversationId);
  const isWhole = () => (shown?.getSnapshot().lastSeq ?? 0) >= talk.getSnapshot().lastSeq;
  const hasWholeTalk = await holds("the colleague sees the whole talk", isWhole);
  const isTold = await holds("the requester is told", () =>
    talk
      .getSnapshot()
      .items.some((item) => item.kind === "posted" && item.message.notice?.kind === "attendance-reclaimed"),
  );
  shown?.send(`I am here ${newCanary()}`);
  if (shown !== undefined) await next.person.sent(shown);
  await next.person.ask("attendance:end", { attendanceId });
  return { tookMs, isTold, lateWords, hasWholeTalk };
}

/** Words of an agent who has lost the talk in the meantime. */
async function sayLate(agent: Person, conversationId: string): Promise<"refused" | "stored"> {
  const talk = agent.talks.get(conversationId) ?? fail();
  talk.send(`too late ${newCanary()}`);
  const isRefused = () =>
    talk.getSnapshot().items.some((item) => item.kind === "outgoing" && item.state === "failed");
  return (await holds("the late words are refused", isRefused)) ? "refused" : "stored";
}

function listen(person: Person): Asked {
  const offers = new Set<string>();
  person.on("attendance:offered", ({ attendanceId }) => offers.add(attendanceId));
  return { person, offers };
}

/** The group gives out by itself what the people of the department ask, and nobody else's. */
async function giveOut(desk: Desk, groupId: string): Promise<void> {
  const url = desk.nodes[0]?.url ?? "";
  const token = await logIn(url, "admin");
  const put = async (path: string, body: object): Promise<void> => {
    const response = await fetch(`${url}/api/v1/routing/${path}`, {
      method: "PUT",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} was refused: ${await response.text()}`);
  };
  await put(`groups/${groupId}`, { giving: "push", firstAnswerSeconds: silenceSeconds });
  const rule = { id: groupId, name: department, when: { departments: [department] }, groupId };
  await put("rules", { rules: [rule] });
}

const holds = (what: string, condition: () => boolean): Promise<boolean> =>
  until(what, condition, 20_000).then(
    () => true,
    () => false,
  );

function fail(): never {
  throw new Error("There is nobody at this place.");
}
