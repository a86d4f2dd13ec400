import { sql } from "kysely";
import { type RunningDesk, startDesk } from "../../support/desk.js";
import { type LyingProvider, startLyingProvider } from "../../support/lying-provider.js";
import { logInAs, whoIs } from "./scene.js";

describe("a desk without passwords", () => {
  let desk: RunningDesk;
  let provider: LyingProvider;
  beforeAll(async () => {
    provider = await startLyingProvider();
    desk = await startDesk({ ...provider.environment, PASSWORD_LOG_IN: "off", BREAK_GLASS_ADMIN: "Admin" });
  });
  afterAll(async () => {
    await desk.stop();
    await provider.close();
  });

  const tryPassword = async (username: string, password = "demo") => {
    const response = await fetch(`${desk.url}/api/v1/session`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ username, password }),
    });
    const body = (await response.json()) as { token?: string; error?: { code: string } };
    return { status: response.status, ...body };
  };

  it("takes that of the emergency admin alone, and tells nobody whose it would be (S32)", async () => {
    expect(await (await fetch(`${desk.url}/api/v1/session/ways`)).json()).toEqual({
      password: false,
      signOn: { name: "Liar" },
    });
    const right = await tryPassword("bruno");
    const wrong = await tryPassword("bruno", "wrong");
    expect(right).toEqual(wrong);
    expect(right).toMatchObject({ status: 401, error: { code: "session/wrong-credentials" } });
    expect(await tryPassword("admin")).toMatchObject({ status: 200 });
    expect(await tryPassword("admin", "wrong")).toMatchObject({ status: 401 });
  });

  it("writes each log-in of the emergency admin into the record of administrative acts (issue 8)", async () => {
    const { token } = await tryPassword("admin");
    await tryPassword("admin", "wrong");
    await tryPassword("bruno");
    const response = await fetch(`${desk.url}/api/v1/audit`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { items } = (await response.json()) as { items: { path: string; actor: { role: string } }[] };
    const logIns = items.filter(({ path }) => path === "session:emergency");

    // Of this test and the one before; who did not come in did nothing.
    expect(logIns).toHaveLength(2);
    expect(logIns[0]).toMatchObject({
      method: "LOG-IN",
      summary: "Log in with the password of the emergency admin",
      actor: { role: "admin" },
      object: { address: "127.0.0.1" },
      outcome: "done",
    });
    expect(JSON.stringify(items)).not.toContain('demo"');
  });

  it("lets nobody in whose log-in could not be written down", async () => {
    const { db } = desk.app.domains.store;
    await sql`alter table audit_entry rename to audit_entry_away`.execute(db);
    try {
      expect((await tryPassword("admin")).status).toBe(500);
    } finally {
      await sql`alter table audit_entry_away rename to audit_entry`.execute(db);
    }
    const sessions = await db
      .selectFrom("session")
      .innerJoin("account", "account.id", "session.account_id")
      .select("session.id")
      .where("account.username", "=", "admin")
      .execute();
    expect(sessions).toHaveLength(2);
  });

  it("takes it no more when that account is no admin any more", async () => {
    const { db } = desk.app.domains.store;
    const setRole = (role: string) =>
      db.updateTable("account").set({ role }).where("username", "=", "admin").execute();
    await setRole("agent");
    expect(await tryPassword("admin")).toMatchObject({ status: 401 });
    await setRole("admin");
  });

  it("never opens that account by single sign-on", async () => {
    const { db } = desk.app.domains.store;
    const email = "root@acme.example";
    await db.updateTable("account").set({ email }).where("username", "=", "admin").execute();
    provider.person = { sub: "root", name: "Root", email, email_verified: true };

    expect(await logInAs(desk.url, "root")).toMatchObject({ why: "closed", token: undefined });

    expect(await tryPassword("admin")).toMatchObject({ status: 200 });
    provider.person = { sub: "bruno", name: "Bruno", email: "bruno@acme.example", email_verified: true };
    expect(await whoIs(desk.url, (await logInAs(desk.url, "b")).token)).toMatchObject({ role: "requester" });
  });
});

describe("a desk without an identity provider", () => {
  let desk: RunningDesk;
  beforeAll(async () => {
    desk = await startDesk();
  });
  afterAll(() => desk.stop());

  it("knows passwords alone, and sends nobody anywhere", async () => {
    expect(await (await fetch(`${desk.url}/api/v1/session/ways`)).json()).toEqual({ password: true });
    for (const path of ["/api/v1/session/oidc", "/api/v1/session/oidc/callback?code=x&state=y"]) {
      const response = await fetch(desk.url + path, { redirect: "manual" });
      expect([response.status, response.headers.get("location")]).toEqual([302, "/login?why=failed"]);
    }
    const told = await fetch(`${desk.url}/api/v1/session/oidc/log-out`, {
      method: "POST",
      body: new URLSearchParams({ logout_token: "a.b.c" }),
    });
    expect(told.status).toBe(400);
    const admin = await desk.connect("admin");
    expect(await admin.rest("POST", "/api/v1/session/end", { everywhere: false })).toMatchObject({
      status: 200,
      body: {},
    });
  });
});
