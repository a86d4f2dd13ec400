import type { Principal } from "../../contract/index.js";
import { maxMessageChars } from "../../contract/limits.js";
import { serve } from "../gold/serve.js";
import { badTexts } from "../support/bad-texts.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { Talk } from "../support/desk-client.js";

const anaId = "01999d00-0000-7000-8000-000000000101";
const mostMs = 50;

describe("bad input through a whole turn (issue 6)", () => {
  let desk: RunningDesk;
  let ana: Principal;
  beforeAll(async () => {
    desk = await startDesk();
    const person = await desk.app.domains.personOf(anaId);
    if (person === undefined) throw new Error("the demo desk has no Ana");
    ana = person;
    for (const text of Object.values(badTexts)) await serve(desk.app.domains.desk, ana, text, "en");
  });
  afterAll(() => desk.stop());

  it.each(Object.entries(badTexts))("understands %s within 50 ms of processor time", async (_, text) => {
    const used: number[] = [];
    for (const language of ["en", "es", "pt"] as const) {
      const before = process.cpuUsage();
      const { outcome } = await serve(desk.app.domains.desk, ana, text, language);
      const { user, system } = process.cpuUsage(before);
      used.push((user + system) / 1000);
      expect(outcome).not.toBe("failed");
    }

    // The least of three: what the desk does beside it is not what is measured.
    expect(Math.min(...used)).toBeLessThan(mostMs);
  });

  it("answers each of them, and then an ordinary question as ever", async () => {
    const talk = await Talk.begin(await desk.connect("rui"));
    for (const text of Object.values(badTexts)) {
      const said = text.slice(0, maxMessageChars).replace(/\p{Surrogate}/gu, "");
      if (said.trim() === "" || said.includes("\u0000")) continue;
      const reply = await talk.say(said);
      expect(reply.sender.kind).toBe("assistant");
    }

    const reply = await talk.say("how do i reset my password?");

    expect(reply.actions?.map(({ title }) => title)).toContain("Reset your password");
    expect(
      desk.log.filter((line) => line.includes("A turn failed") || line.includes("could not be run")),
    ).toEqual([]);
  });
});
