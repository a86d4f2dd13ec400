import type { TalkTeam } from "../../../../../contract/team/talk-team.js";
import { createTeamStore } from "../../../../../web/app/console/team/team-store.js";
import { createConversation, createFakeDesk, settle } from "../desk-fixture.js";

const carla = { id: "carla", name: "Carla Díaz" };
const alone: TalkTeam = { participants: [], viewers: [], tags: [], notes: [] };

/** A page that shows one talk, and answers for its team that a test gives when it likes. */
async function openTeam() {
  const desk = createFakeDesk();
  const answers: ((team: TalkTeam) => void)[] = [];
  const readTeam = () => new Promise<TalkTeam>((resolve) => answers.push(resolve));
  const team = createTeamStore({
    client: desk.client,
    api: { readTeam },
    conversationId: "talk",
    presence: "seen",
  });
  await desk.connect();
  const give = async (at: number, read: TalkTeam) => {
    answers[at]?.(read);
    await settle();
  };
  return { desk, team, give, asked: () => answers.length, state: () => team.store.getState() };
}

describe("the team of a talk, as its page keeps it", () => {
  it("shows who came to look while it was read (chatwoot#1576)", async () => {
    const { desk, give, state } = await openTeam();

    desk.tell("viewing:changed", { conversationId: "talk", viewers: [carla] });
    desk.tell("participants:changed", {
      conversationId: "talk",
      participants: [carla],
      change: { kind: "added", person: carla, by: "Bruno" },
    });
    await give(0, { ...alone, tags: ["vpn"] });

    expect(state()).toMatchObject({
      phase: "ready",
      viewers: [carla],
      participants: [carla],
      tags: ["vpn"],
    });
  });

  it("learns who looks each time it says that it looks itself", async () => {
    const { desk, give, state } = await openTeam();
    await give(0, alone);
    desk.answer("viewing:set", () => ({ ok: true, viewers: [carla] }));

    await desk.pass(20_000);

    expect(state().viewers).toEqual([carla]);
  });

  it("reads the team again when the talk has another owner, once for each", async () => {
    const { desk, give, asked, state } = await openTeam();
    await give(0, { ...alone, participants: [carla] });

    const [lost, other] = [
      { conversationId: "talk", epoch: 8, owner: { kind: "agent", id: "diego", name: "Diego" } },
      { conversation: createConversation("talk", { epoch: 8 }) },
    ] as const;
    desk.tell("ownership:lost", lost);
    desk.tell("conversation:changed", other);
    await give(1, alone);

    expect(asked()).toBe(2);
    expect(state().participants).toEqual([]);
  });

  it("takes the last of two readings, whichever is answered first", async () => {
    const { team, give, state } = await openTeam();
    void team.reload();

    await give(1, { ...alone, tags: ["new"] });
    await give(0, { ...alone, tags: ["old"] });

    expect(state().tags).toEqual(["new"]);
  });
});
