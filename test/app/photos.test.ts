import type { Account, ListedPerson } from "../../contract/index.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { type DeskClient, Talk } from "../support/desk-client.js";
import { png as picture } from "../support/sample-files.js";

const png = picture.toString("base64");

describe("a person's photo (S1-9, S1-21)", () => {
  let desk: RunningDesk;
  let admin: DeskClient;
  let ana: DeskClient;
  let anaId: string;
  beforeAll(async () => {
    desk = await startDesk();
    [admin, ana] = [await desk.connect("admin"), await desk.connect("ana")];
    const { body } = await ana.rest("GET", "/api/v1/session");
    anaId = (body as { user: Account }).user.id;
  });
  afterAll(() => desk.stop());

  const set = (content: string, id = anaId) => admin.rest("PUT", `/api/v1/accounts/${id}/photo`, { content });
  const addressIn = (answer: { body: unknown }) => (answer.body as ListedPerson).photoUrl ?? "";

  it("comes with the wish for a person, and is served under an address of its own", async () => {
    const answer = await set(png);
    expect(answer.status).toBe(200);
    const address = addressIn(answer);

    const attendance = await (await Talk.begin(ana)).askForPerson();
    const bruno = await desk.connect("bruno");
    const seen = await bruno.hear("attendance:changed", (fact) => fact.attendance.id === attendance.id);
    expect(seen.attendance.requester.photoUrl).toBe(address);
    const accepted = await bruno.get("attendance:accept", { attendanceId: attendance.id, requestId: "mine" });
    expect(accepted.conversation.requester.photoUrl).toBe(address);

    // A browser asks for it without saying who looks.
    const served = await fetch(desk.url + address);
    expect(Buffer.from(await served.arrayBuffer()).toString("base64")).toBe(png);
    expect(served.headers.get("content-type")).toBe("image/png");
    expect(served.headers.get("cache-control")).toContain("immutable");
  });

  it("has another address when it is another one, and none when it is taken away", async () => {
    const first = addressIn(await set(png));
    const second = addressIn(await set(png));
    expect(first).toMatch(/^\/api\/v1\/photos\/[0-9a-f]{32}$/);
    expect(second).not.toBe(first);
    expect((await fetch(desk.url + first)).status).toBe(404);

    const none = await admin.rest("DELETE", `/api/v1/accounts/${anaId}/photo`);

    expect(addressIn(none)).toBe("");
    expect((await fetch(desk.url + second)).status).toBe(404);
    const { body } = await admin.rest("GET", `/api/v1/changes?limit=5`);
    expect(JSON.stringify(body)).toContain("photo");
  });

  it("is a picture by its bytes, of an account that is there", async () => {
    const script = Buffer.from("<svg onload=alert(1)>").toString("base64");
    expect(await set(script)).toMatchObject({ status: 422, body: { error: { code: "account/refused" } } });
    const nobody = "01999d00-0000-7000-8000-00000000ffff";
    expect(await set(png, nobody)).toMatchObject({ status: 404 });
    const large = Buffer.concat([Buffer.from(png, "base64"), Buffer.alloc(64 * 1024)]).toString("base64");
    expect((await set(large)).status).toBeGreaterThanOrEqual(400);
    expect((await ana.rest("PUT", `/api/v1/accounts/${anaId}/photo`, { content: png })).status).toBe(403);
  });

  it("is forgotten with the person", async () => {
    const address = addressIn(await set(png));
    const { db } = desk.app.domains.store;
    const confirmed = { username: "ana" };
    const { status } = await admin.rest("POST", `/api/v1/privacy/people/${anaId}/erase`, confirmed);
    expect(status).toBeLessThan(300);
    await desk.app.domains.privacy.sweepErasures();

    expect((await fetch(desk.url + address)).status).toBe(404);
    expect(await db.selectFrom("person_photo").selectAll().where("account_id", "=", anaId).execute()).toEqual(
      [],
    );
  });
});
