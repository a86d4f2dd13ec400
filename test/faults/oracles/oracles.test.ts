import { type RunningDesk, startDesk } from "../../support/desk.js";
import { type Crowd, openCrowd } from "../crowd.js";
import { addPeople } from "../people.js";
import { until } from "../until.js";
import { type Mutation, mutable } from "./mutations.js";

/** A desk that is broken is not waited for; one that works has all the time it needs. */
const impatience = { patienceMs: 2500 };

describe("the oracles", () => {
  let desk: RunningDesk;
  let crowd: Crowd | undefined;
  let mutation: Mutation = "none";

  // One desk for all: the one that keeps its promises is judged first, before anything in the store is broken.
  beforeAll(async () => {
    desk = await startDesk({}, { bend: mutable((name) => name === mutation) });
  });
  afterEach(() => {
    mutation = "none";
    crowd?.close();
  });
  afterAll(() => desk.stop());

  /** People talk with the desk while it is broken in this way; answers what the oracles say of it. */
  async function judge(broken: Mutation): Promise<string[]> {
    const { store } = desk.app.domains;
    // A queue that is served at once is hard to see: here nobody takes anything out of it.
    const agents = broken === "shows-everybody-the-whole-queue" ? 0 : 2;
    const who = await addPeople(store, { requesters: 3, agents });
    mutation = broken;
    const haste = broken === "none" ? {} : impatience;
    crowd = openCrowd({ ...who, store, urls: [desk.url], seed: 7, pauseMs: 10, ...haste });
    const { acked, won } = crowd.history;
    await until("there is enough to judge", () => acked.length > 20 && won.length > 4, 6000).catch(
      // A desk that is badly broken may never get so far: what there is must do.
      () => undefined,
    );
    return crowd.judge();
  }

  it("find nothing in a desk that keeps its promises, after many frames", async () => {
    expect(await judge("none")).toEqual([]);
    expect(crowd?.history.canaries.frames).toBeGreaterThan(200);
  });

  it.each<[Mutation, RegExp]>([
    ["acknowledges-without-storing", /was acknowledged and is lost/],
    ["stores-twice", /stored twice/],
    ["leaves-a-gap", /and says/],
    ["lets-two-win", /two were told to own epoch/],
    ["tells-nobody", /shows all of|a screen shows/],
    ["keeps-changes-of-the-queue-to-itself", /queue, .*: shows .*logged.*, should be nothing/],
    ["shows-everybody-the-whole-queue", /received cny[0-9a-f]+ in .*attendance:changed.*: words of/],
    ["shows-requesters-notes", /received cny[0-9a-f]+ in .*: a note of/],
    ["shows-other-peoples-words", /received cny[0-9a-f]+ in 3\d*\[.*: words of/],
  ])("bite when the desk %s", async (broken, says) => {
    expect((await judge(broken)).join("\n")).toMatch(says);
  });
});
