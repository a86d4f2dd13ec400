import { randomUUID } from "node:crypto";
import { type LyingProvider, logOutEvent, startLyingProvider } from "../../support/lying-provider.js";
import { type RunningDesk, startDesk } from "../../support/desk.js";
import { DeskClient } from "../../support/desk-client.js";
import { logInAs, whoIs } from "./scene.js";

const person = { sub: "p1", sid: "s1", name: "Pia", email: "pia@acme.example", email_verified: true };

describe("an identity provider that lies", () => {
  let desk: RunningDesk;
  let provider: LyingProvider;
  beforeAll(async () => {
    provider = await startLyingProvider();
    desk = await startDesk(provider.environment);
  });
  beforeEach(() => {
    provider.lies = {};
    provider.person = person;
  });
  afterAll(async () => {
    await desk.stop();
    await provider.close();
  });

  const now = () => Math.floor(Date.now() / 1000);
  const logIn = () => logInAs(desk.url, "anybody");
  const postLogOut = async (body: string) =>
    fetch(`${desk.url}/api/v1/session/oidc/log-out`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body,
    });
  const tellLogOut = async (token: string) =>
    (await postLogOut(new URLSearchParams({ logout_token: token }).toString())).status;

  it("is believed while it is honest", async () => {
    const { token } = await logIn();
    expect(await whoIs(desk.url, token)).toMatchObject({ name: "Pia", email: "pia@acme.example" });
  });

  it.each<[string, LyingProvider["lies"]]>([
    ["another issuer", { claims: { iss: "https://evil.example" } }],
    ["another audience", { claims: { aud: "somebody else" } }],
    ["several audiences without saying for which", { claims: { aud: ["desk", "other"], azp: "other" } }],
    ["another nonce", { claims: { nonce: "of another log-in" } }],
    ["no nonce", { claims: { nonce: undefined } }],
    ["a time that is over", { claims: { exp: now() - 3600, iat: now() - 7200 } }],
    ["no end", { claims: { exp: undefined } }],
    ["no subject", { claims: { sub: undefined } }],
    ["the key of somebody else", { foreignKey: true }],
    ["no signature", { unsigned: true }],
    ["the address of another issuer beside the code", { back: { iss: "https://evil.example" } }],
    [
      "news about somebody else",
      { claims: { email: undefined }, userInfo: { sub: "p2", email: "x@y.example" } },
    ],
  ])("is not believed with %s", async (_, lies) => {
    provider.lies = lies;
    expect(await logIn()).toMatchObject({ why: "failed", token: undefined });
  });

  it("is away while it is broken, and takes log-ins again afterwards", async () => {
    provider.lies = { status: 503 };
    expect(await logIn()).toMatchObject({ why: "away", token: undefined });
    provider.lies = {};
    expect(await whoIs(desk.url, (await logIn()).token)).toMatchObject({ name: "Pia" });
  });

  it("leaves rights as they are when it cannot say all groups", async () => {
    const { accounts, store } = desk.app.domains;
    const { token } = await logIn();
    const id = (await whoIs(desk.url, token))?.id ?? "";
    await store.db
      .updateTable("sign_on_link")
      .set({ given_role: "agent" })
      .where("account_id", "=", id)
      .execute();
    await store.db.updateTable("account").set({ role: "agent" }).where("id", "=", id).execute();
    accounts.personChanged(id);

    provider.lies = { claims: { _claim_names: { groups: "src1" } } };
    expect(await whoIs(desk.url, (await logIn()).token)).toMatchObject({ role: "agent" });
    provider.lies = {};
    expect(await whoIs(desk.url, (await logIn()).token)).toMatchObject({ role: "requester" });
  });

  it.each<[string, () => Promise<string>]>([
    ["a foreign key", () => provider.logOutToken({ sid: "s1" }, { foreignKey: true })],
    ["another issuer", () => provider.logOutToken({ sid: "s1", iss: "https://evil.example" })],
    ["another audience", () => provider.logOutToken({ sid: "s1", aud: "other" })],
    ["no event", () => provider.logOutToken({ sid: "s1", events: undefined })],
    ["another event", () => provider.logOutToken({ sid: "s1", events: { "http://x.example": {} } })],
    [
      "an event that is no object",
      () => provider.logOutToken({ sid: "s1", events: { [logOutEvent]: true } }),
    ],
    ["nobody named", () => provider.logOutToken({})],
    ["no name of its own", () => provider.logOutToken({ sid: "s1", jti: undefined })],
    ["no time", () => provider.logOutToken({ sid: "s1", iat: undefined })],
    ["an old time", () => provider.logOutToken({ sid: "s1", iat: now() - 3600 })],
    ["a time to come", () => provider.logOutToken({ sid: "s1", iat: now() + 3600 })],
    ["an end that is over", () => provider.logOutToken({ sid: "s1", exp: now() - 120 })],
    ["a nonce, as an ID token has", () => provider.logOutToken({ sid: "s1", nonce: "n" })],
    ["another type", () => provider.logOutToken({ sid: "s1" }, { typ: "at+jwt" })],
    ["words that are no token", async () => "a.b.c"],
  ])("ends nothing by a log-out token with %s", async (_, make) => {
    const { token } = await logIn();
    expect(await tellLogOut(await make())).toBe(400);
    expect((await whoIs(desk.url, token))?.name).toBe("Pia");
  });

  it("refuses a log-out that is no form, or too large a one", async () => {
    expect((await postLogOut("")).status).toBe(400);
    expect((await postLogOut(`logout_token=${"x".repeat(40_000)}`)).status).toBe(413);
  });

  it("ends the sessions of one sid, and those of a person, each by a token that counts once", async () => {
    const one = await logIn();
    provider.person = { ...person, sid: "s2" };
    const two = await logIn();
    const tab = await DeskClient.connectWith(desk.url, one.token ?? "");
    const token = await provider.logOutToken({ sid: "s1" });

    expect(await tellLogOut(token)).toBe(204);

    await tab.hear("session:ended");
    expect(await whoIs(desk.url, one.token)).toBeUndefined();
    expect((await whoIs(desk.url, two.token))?.name).toBe("Pia");
    expect(await tellLogOut(token)).toBe(400);
    // A session of another person with the same name for it is another session.
    expect(await tellLogOut(await provider.logOutToken({ sid: "s2", sub: "p2" }))).toBe(204);
    expect((await whoIs(desk.url, two.token))?.name).toBe("Pia");
    expect(await tellLogOut(await provider.logOutToken({ sub: "p1" }))).toBe(204);
    expect(await whoIs(desk.url, two.token)).toBeUndefined();
    tab.close();
  });

  it("ends a session that the ID token did not name by a log-out of its person, whatever that names", async () => {
    provider.person = { ...person, sub: "p3", sid: undefined, email: "p3@acme.example" };
    const { token } = await logIn();
    expect(await tellLogOut(await provider.logOutToken({ sid: "s9", sub: "p1" }))).toBe(204);
    expect((await whoIs(desk.url, token))?.email).toBe("p3@acme.example");
    expect(await tellLogOut(await provider.logOutToken({ sid: "s9", sub: "p3" }))).toBe(204);
    expect(await whoIs(desk.url, token)).toBeUndefined();
  });

  it("leaves no session behind when the log-out overtakes the log-in", async () => {
    const sid = randomUUID();
    provider.person = { ...person, sid };
    expect(await tellLogOut(await provider.logOutToken({ sid }))).toBe(204);
    expect(await logIn()).toMatchObject({ why: "interrupted", token: undefined });

    for (let round = 0; round < 5; round++) {
      const racing = randomUUID();
      provider.person = { ...person, sid: racing };
      const told = await provider.logOutToken({ sid: racing });
      const [{ token }] = await Promise.all([logIn(), tellLogOut(told)]);
      if (token !== undefined) expect(await whoIs(desk.url, token)).toBeUndefined();
    }
  });
});

describe("a provider that says it is somebody else", () => {
  it("is taken for one that is away, until it says the truth", async () => {
    const provider = await startLyingProvider();
    provider.person = person;
    provider.lies = { metadata: { issuer: "https://evil.example" } };
    let laterMs = 0;
    const desk = await startDesk(provider.environment, { now: () => Date.now() + laterMs });
    try {
      expect(await logInAs(desk.url, "x")).toMatchObject({ why: "away", token: undefined });
      const plain = { authorization_endpoint: "http://login.evil.example/auth" };
      provider.lies = { metadata: plain };
      laterMs += 5000;
      const asked = await fetch(`${desk.url}/api/v1/session/oidc`, { redirect: "manual" });
      // On this machine alone an address may be without TLS.
      expect(asked.headers.get("location")).toBe("/login?why=away");
      provider.lies = {};
      laterMs += 5000;
      expect(await whoIs(desk.url, (await logInAs(desk.url, "x")).token)).toMatchObject({ name: "Pia" });
    } finally {
      await desk.stop();
      await provider.close();
    }
  });
});
