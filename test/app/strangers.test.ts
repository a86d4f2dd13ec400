import { createStrangers } from "../../app/strangers.js";
import { type RunningDesk, startDesk } from "../support/desk.js";

const anaId = "01999d00-0000-7000-8000-000000000101";

describe("people from outside", () => {
  let desk: RunningDesk;
  beforeAll(async () => {
    desk = await startDesk();
  });
  afterAll(() => desk.stop());

  const ensure = (externalId: string) =>
    createStrangers(desk.app.domains)({ channelId: "test", externalId, name: "Somebody" });
  const set = async (number: number, value: string) => {
    const admin = await desk.connect("admin");
    expect(await admin.rest("PUT", `/api/v1/parameters/${number}`, { value })).toMatchObject({ status: 200 });
  };
  const rowOf = (id: string) =>
    desk.app.domains.store.db
      .selectFrom("account")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirstOrThrow();

  it("join the groups that may ask by chat where no default user is set (388, S0-6)", async () => {
    const account = await ensure("plain");

    const open = await desk.app.domains.accounts.requesterGroups();
    expect(account.groupIds).toEqual(open.map(({ id }) => id));
    expect((await rowOf(account.id)).department).toBeNull();
  });

  it("get groups and language of the default user, and the default unit, at their first words only (388, 389, 390)", async () => {
    const pattern = await desk.app.domains.accounts.accountById(anaId);
    await set(388, anaId);
    await set(390, "unit-7");

    const account = await ensure("patterned");
    await set(388, "");
    await set(390, "");
    const again = await ensure("patterned");

    expect(account.groupIds).toEqual(pattern?.groupIds);
    expect(account.locale).toBe(pattern?.locale);
    expect((await rowOf(account.id)).department).toBe("unit-7");
    expect(again).toEqual(account);
  });

  it("are refused no pattern that does not exist (388)", async () => {
    const admin = await desk.connect("admin");

    const refused = await admin.rest("PUT", "/api/v1/parameters/388", { value: "nobody" });

    expect(refused).toMatchObject({ status: 422, body: { error: { code: "parameter/refused" } } });
  });
});
