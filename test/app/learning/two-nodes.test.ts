import type { Tried, UnderstandingState } from "../../../contract/index.js";
import type { RunningDesk } from "../../support/desk.js";
import type { DeskClient } from "../../support/desk-client.js";
import { startTwoDesks, type TwoDesks } from "../../support/two-desks.js";

const path = "/api/v1/understanding";

describe("what one node is taught", () => {
  let desks: TwoDesks;
  let near: RunningDesk;
  let far: RunningDesk;
  beforeAll(async () => {
    desks = await startTwoDesks();
    ({ near, far } = desks);
  });
  afterAll(() => desks.stop());

  it("is known to the other: the same model, and words that search takes for others", async () => {
    const [admin, other] = [await near.connect("admin"), await far.connect("admin")];
    const text = "the wobbulator";
    const tryFar = async () =>
      (await other.rest("POST", `${path}/try`, { text, language: "en" })).body as Tried;
    expect((await tryFar()).articles[0]?.title).not.toBe("The mailbox is full");
    const { searchWords, examples } = far.app.domains.learning;
    const heard = new Promise<void>((done) => void searchWords.onChanged(done));

    await admin.rest("POST", `${path}/synonyms`, { language: "en", words: ["wobbulator", "mailbox"] });
    await heard;

    expect((await tryFar()).articles[0]?.title).toBe("The mailbox is full");

    const taught = new Promise<void>((done) => void examples.onChanged(done));
    await admin.rest("POST", `${path}/examples`, { intent: "greet", language: "en", text: "wibble wobble" });
    await taught;
    await admin.rest("POST", `${path}/train`, {});
    await far.app.domains.training.refresh();
    const modelOf = async (one: DeskClient) =>
      ((await one.rest("GET", path)).body as UnderstandingState).training.model;

    expect(await modelOf(other)).toBe(await modelOf(admin));
  });
});
