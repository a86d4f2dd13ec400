import { requireRequested } from "../../app/refusal.js";
import { openTestDesk, type TestDesk, wish } from "../handoff/test-desk.js";

describe("what has become of the assistant's wish for a person", () => {
  let desk: TestDesk;

  beforeAll(async () => {
    desk = await openTestDesk("sqlite");
  });
  afterAll(() => desk.discard());

  it("is fine when somebody waits, also for an earlier wish", async () => {
    const talk = await desk.talk();
    const first = await desk.handoff.request(wish(talk, [desk.groups.desk]));
    const second = await desk.handoff.request(wish(talk, [desk.groups.desk]));

    expect([first, second]).toMatchObject([
      { status: "requested", repeat: false },
      { status: "requested", repeat: true },
    ]);
    for (const outcome of [first, second]) expect(() => requireRequested(outcome)).not.toThrow();
  });

  it("is refused for a turn that comes too late: it must not be kept as one that handed over (F10)", async () => {
    const late = { ...wish(await desk.talk(), [desk.groups.desk]), epoch: 7 };

    const outcome = await desk.handoff.request(late);

    expect(() => requireRequested(outcome)).toThrow(
      expect.objectContaining({ code: "conversation/stale-epoch" }),
    );
  });

  it("is told as a closed door where no group takes attendances", async () => {
    const outcome = await desk.handoff.request(wish(await desk.talk(), [desk.groups.closed]));

    expect(() => requireRequested(outcome)).toThrow(
      expect.objectContaining({ code: "attendance/not-configured" }),
    );
  });
});
