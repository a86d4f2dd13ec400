import type { RunningDesk } from "../support/desk.js";
import { startTwoDesks, type TwoDesks } from "../support/two-desks.js";

describe("a switch of the mode on two nodes", () => {
  let desks: TwoDesks;
  let near: RunningDesk;
  let far: RunningDesk;
  beforeAll(async () => {
    desks = await startTwoDesks();
    ({ near, far } = desks);
  });
  afterAll(() => desks.stop());

  it("closes the doors of the other node at once, and opens them again (S2-4, S2-5)", async () => {
    const [admin, ana] = [await near.connect("admin"), await far.connect("ana")];
    const changed = () => new Promise<void>((done) => void far.app.domains.modes.onChanged(() => done()));
    const ask = () => ana.rest("POST", "/api/v1/tickets", { description: "Let me in", direct: true });

    const closed = changed();
    await admin.rest("PUT", "/api/v1/modes/desk/override", { mode: "automatic", until: "revoked" });
    await closed;
    const refused = await ask();
    const opened = changed();
    await admin.rest("DELETE", "/api/v1/modes/desk/override");
    await opened;
    const admitted = await ask();

    expect(refused).toMatchObject({ status: 422, body: { error: { code: "attendance/off" } } });
    expect(admitted.status).toBe(201);
  });
});
