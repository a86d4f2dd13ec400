import { createTypingTold } from "../../../web/chat/typing.js";
import { createFakeClock } from "./fake-clock.js";

describe("telling that one types", () => {
  it("says it at the first key, again while it goes on, and once when it stops", async () => {
    const clock = createFakeClock();
    const told: boolean[] = [];
    const typing = createTypingTold(clock, (on) => told.push(on));

    typing.touch();
    await clock.advance(1000);
    typing.touch();
    await clock.advance(2500);
    typing.touch();
    await clock.advance(10_000);

    expect(told).toEqual([true, true, false]);
  });

  it("stops at once when the message left, and says so only once", () => {
    const told: boolean[] = [];
    const typing = createTypingTold(createFakeClock(), (on) => told.push(on));

    typing.touch();
    typing.rest();
    typing.rest();

    expect(told).toEqual([true, false]);
  });
});
