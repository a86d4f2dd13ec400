import { PlainBrowser } from "../../support/plain-browser.js";
import { DeskClient } from "../../support/desk-client.js";
import { comeBack, goUntilBack, logInAs, openScene, type Scene, saveRules, whoIs } from "./scene.js";

const [serviceDesk, network] = [
  "01999d00-0000-7000-8000-000000000201",
  "01999d00-0000-7000-8000-000000000202",
];

describe("logging in by an identity provider (issue 8)", () => {
  let scene: Scene;
  let url: string;
  beforeAll(async () => {
    scene = await openScene();
    url = scene.desk.url;
  });
  afterAll(() => scene.close());

  const knows = (id: string, more: object = {}) =>
    scene.provider.knows(id, {
      name: `Person ${id}`,
      email: `${id}@acme.example`,
      email_verified: true,
      ...more,
    });
  const accountOf = async (email: string) => {
    const { body } = await scene.admin.rest("GET", `/api/v1/accounts?q=${encodeURIComponent(email)}`);
    return (body as { items: { id: string; hasPassword: boolean; hasSignOn: boolean }[] }).items;
  };
  const byHand = async (form: object) => {
    const made = await scene.admin.rest("POST", "/api/v1/accounts", { role: "requester", ...form });
    expect(made.status).toBe(201);
    return (made.body as { id: string }).id;
  };
  const deactivate = async (id: string) => {
    await scene.desk.app.domains.accounts.deactivate(id);
  };

  it("makes an account at the first log-in, and finds it at the next", async () => {
    await knows("nina");
    const first = await logInAs(url, "nina");
    const again = await logInAs(url, "nina");

    const me = await whoIs(url, first.token);
    expect(me).toMatchObject({ name: "Person nina", email: "nina@acme.example", role: "requester" });
    expect(me?.groupIds.length).toBeGreaterThan(0);
    expect((await whoIs(url, again.token))?.id).toBe(me?.id);
    expect(again.token).not.toBe(first.token);
    const { body } = await scene.admin.rest("GET", `/api/v1/changes?objectId=${me?.id}`);
    expect(body).toMatchObject({ items: [{ action: "created", changedBy: "OpenID Connect" }] });
  });

  it("tells the page how one may log in, and leads back only to pages of this desk", async () => {
    await knows("rosa");
    const ways = await (await fetch(`${url}/api/v1/session/ways`)).json();
    expect(ways).toEqual({ password: true, signOn: { name: "Acme" } });

    const browser = new PlainBrowser();
    const good = await logInAs(url, "rosa", { browser, returnTo: "/articles/7?q=vpn" });
    expect(good.at.href).toBe(`${url}/articles/7?q=vpn`);
    for (const evil of [
      "https://evil.example/",
      "//evil.example",
      "/\\evil.example",
      "/\t/evil.example",
      "/.//evil.example",
      "javascript:alert(1)",
      "/api/v1/session/oidc",
      "/login?next=//evil.example",
    ]) {
      const { at } = await logInAs(url, "rosa", { browser, returnTo: evil });
      expect([evil, at.href]).toEqual([evil, `${url}/`]);
    }
  });

  it("asks for PKCE, state and nonce, which differ each time", async () => {
    const asked = await Promise.all(
      [1, 2].map(async () => {
        const response = await fetch(`${url}/api/v1/session/oidc`, { redirect: "manual" });
        return new URL(response.headers.get("location") ?? "").searchParams;
      }),
    );
    for (const query of asked) {
      expect(query.get("code_challenge_method")).toBe("S256");
      expect(query.get("redirect_uri")).toBe(`${url}/api/v1/session/oidc/callback`);
      for (const name of ["state", "nonce", "code_challenge"]) {
        // 128 bits at least (S42).
        expect(query.get(name)?.length).toBeGreaterThanOrEqual(43);
      }
    }
    expect(asked[0]?.get("state")).not.toBe(asked[1]?.get("state"));
    expect(asked[0]?.get("nonce")).not.toBe(asked[1]?.get("nonce"));
  });

  it("makes one account when the first two log-ins come at once", async () => {
    await knows("twin");
    const both = await Promise.all([logInAs(url, "twin"), logInAs(url, "twin")]);
    const ids = await Promise.all(both.map(async ({ token }) => (await whoIs(url, token))?.id));
    expect(ids[0]).toBeDefined();
    expect(ids[1]).toBe(ids[0]);
    expect(await accountOf("twin@acme.example")).toHaveLength(1);
  });

  it("lets nobody in whose address is not confirmed, or who cannot be told from another", async () => {
    await knows("mallory", { email: "carla@acme.example", email_verified: false });
    expect(await logInAs(url, "mallory")).toMatchObject({ why: "unverified", token: undefined });
    await knows("nomail", { email: undefined });
    expect(await logInAs(url, "nomail")).toMatchObject({ why: "unverified", token: undefined });

    await byHand({ username: "same1", name: "Same", email: "same@acme.example" });
    await byHand({ username: "same2", name: "Same", email: "SAME@acme.example" });
    await knows("same");
    expect(await logInAs(url, "same")).toMatchObject({ why: "unknown", token: undefined });
  });

  it("links an account with the confirmed address, and drops whatever others could get in with (S33)", async () => {
    const password = "correct horse";
    const id = await byHand({
      username: "vic",
      name: "Vic",
      email: "Vic@Acme.example",
      role: "agent",
      password,
    });
    const intruder = await scene.desk.connect("vic", password);
    const program = await scene.admin.rest("POST", "/api/v1/api-tokens", {
      name: "hidden",
      scopes: ["tickets:read"],
      accountId: id,
    });
    const { token: programToken } = program.body as { token: string };
    const { db } = scene.desk.app.domains.store;

    await knows("vic");
    const { token } = await logInAs(url, "vic");

    expect(await whoIs(url, token)).toMatchObject({ id, role: "agent", name: "Person vic" });
    await intruder.hear("session:ended");
    expect(await whoIs(url, intruder.token)).toBeUndefined();
    expect(await whoIs(url, programToken)).toBeUndefined();
    const refused = await fetch(`${url}/api/v1/session`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ username: "vic", password }),
    });
    expect(refused.status).toBe(401);
    expect(await accountOf("vic@acme.example")).toMatchObject([{ hasPassword: false, hasSignOn: true }]);
    expect(await db.selectFrom("session").select("id").where("account_id", "=", id).execute()).toHaveLength(
      1,
    );
  });

  it("goes by issuer and subject from then on, whatever address the person takes", async () => {
    const adminsId = (await whoIs(url, scene.admin.token))?.id;
    const { db } = scene.desk.app.domains.store;
    await db
      .updateTable("account")
      .set({ email: "boss@acme.example" })
      .where("id", "=", adminsId ?? "")
      .execute();
    await knows("paul");
    const { token } = await logInAs(url, "paul");
    const me = await whoIs(url, token);

    await knows("paul", { email: "boss@acme.example" });
    const again = await whoIs(url, (await logInAs(url, "paul")).token);

    expect(again).toMatchObject({ id: me?.id, role: "requester", email: "boss@acme.example" });
    // Another subject with the address of a linked account gets nothing of it.
    await knows("heir", { email: "nina@acme.example" });
    expect(await logInAs(url, "heir")).toMatchObject({ why: "unknown", token: undefined });
    await db
      .updateTable("account")
      .set({ email: null })
      .where("id", "=", adminsId ?? "")
      .execute();
  });

  it("refuses a deactivated account, linked or found by its address (S14)", async () => {
    await knows("gone");
    const before = await logInAs(url, "gone");
    const me = await whoIs(url, before.token);
    await deactivate(me?.id ?? "");
    expect(await whoIs(url, before.token)).toBeUndefined();
    expect(await logInAs(url, "gone")).toMatchObject({ why: "closed", token: undefined });

    const id = await byHand({ username: "left", name: "Left", email: "left@acme.example" });
    await deactivate(id);
    await knows("left");
    expect(await logInAs(url, "left")).toMatchObject({ why: "closed", token: undefined });
  });

  it("never reaches people of channels and portals by their address (S41)", async () => {
    const { accounts, store } = scene.desk.app.domains;
    const stranger = await accounts.ensureChannelAccount({
      channelId: "msteams",
      externalId: "x",
      name: "X",
    });
    await store.db
      .updateTable("account")
      .set({ email: "x@acme.example" })
      .where("id", "=", stranger.id)
      .execute();
    await knows("x");
    const me = await whoIs(url, (await logInAs(url, "x")).token);
    expect(me?.id).toBeDefined();
    expect(me?.id).not.toBe(stranger.id);
  });

  it("gives and takes roles and groups by the admin's rules at each log-in", async () => {
    await saveRules(scene.admin, [
      { claim: "it", role: "agent", groupIds: [serviceDesk] },
      { claim: "net", groupIds: [network] },
    ]);
    await knows("kim", { groups: ["it", "net", "admin"] });
    const first = await logInAs(url, "kim");
    const kim = await whoIs(url, first.token);
    expect(kim).toMatchObject({ role: "agent", groupIds: [serviceDesk, network] });
    const client = await DeskClient.connectWith(url, first.token ?? "");

    await knows("kim", { groups: ["net"] });
    const second = await logInAs(url, "kim");

    expect(await whoIs(url, second.token)).toMatchObject({
      id: kim?.id,
      role: "requester",
      groupIds: [network],
    });
    // The session with the former rights, and its socket, are over.
    await client.hear("session:ended");
    expect(await whoIs(url, first.token)).toBeUndefined();
    client.close();
    await saveRules(scene.admin, []);
    const third = await whoIs(url, (await logInAs(url, "kim")).token);
    expect(third).toMatchObject({ role: "requester", groupIds: [] });
  });

  it("turns away whom no rule fits, where only those are let in, and ends what they had", async () => {
    await saveRules(scene.admin, [{ claim: "staff", role: "requester", groupIds: [] }], true);
    await knows("ida", { groups: ["staff"] });
    const { token } = await logInAs(url, "ida");
    expect((await whoIs(url, token))?.role).toBe("requester");

    await knows("ida", { groups: [] });
    expect(await logInAs(url, "ida")).toMatchObject({ why: "not-assigned", token: undefined });
    expect(await whoIs(url, token)).toBeUndefined();
    await saveRules(scene.admin, []);
  });

  it("never leaves the desk without an admin", async () => {
    const { db } = scene.desk.app.domains.store;
    await saveRules(scene.admin, [{ claim: "boss", role: "admin", groupIds: [] }]);
    await knows("chief", { groups: ["boss"] });
    const { token } = await logInAs(url, "chief");
    expect((await whoIs(url, token))?.role).toBe("admin");
    const mine = await whoIs(url, scene.admin.token);
    await db
      .updateTable("account")
      .set({ role: "agent" })
      .where("id", "=", mine?.id ?? "")
      .execute();

    await knows("chief", { groups: [] });
    expect(await logInAs(url, "chief")).toMatchObject({ why: "closed" });

    await db
      .updateTable("account")
      .set({ role: "admin" })
      .where("id", "=", mine?.id ?? "")
      .execute();
    expect((await whoIs(url, (await logInAs(url, "chief")).token))?.role).toBe("requester");
    await saveRules(scene.admin, []);
  });

  it("is saved by one of two admins who began with the same version, and for groups that are there", async () => {
    const { body } = await scene.admin.rest("GET", "/api/v1/single-sign-on");
    const { version, provider } = body as { version: number; provider: object };
    expect(provider).toMatchObject({ name: "Acme", isReachable: true });
    const save = (rules: object[]) =>
      scene.admin.rest("PUT", "/api/v1/single-sign-on", { settings: { rules, onlyMapped: false }, version });
    const saved = await Promise.all(
      [1, 2].map((one) => save([{ claim: `c${one}`, role: "agent", groupIds: [] }])),
    );
    expect(saved.map(({ status }) => status).sort()).toEqual([200, 409]);
    const unknown = "01999d00-0000-7000-8000-0000000009ff";
    expect(await save([{ claim: "x", groupIds: [unknown] }])).toMatchObject({
      status: 422,
      body: { error: { code: "sign-on/refused" } },
    });
    expect(await save([{ claim: "x", groupIds: [] }])).toMatchObject({ status: 400 });
    await saveRules(scene.admin, []);
  });

  it("takes a code and its state once, in the browser they were made for, and in time", async () => {
    await knows("rex");
    const browser = new PlainBrowser();
    const back = await goUntilBack(url, "rex", browser);
    const thief = new PlainBrowser();
    expect(await comeBack(url, back, thief)).toMatchObject({ why: "interrupted", token: undefined });
    const { token } = await comeBack(url, back, browser);
    expect((await whoIs(url, token))?.name).toBe("Person rex");

    // Gone back to by somebody who is in already, it leads home.
    expect(await comeBack(url, back, browser)).toMatchObject({ why: null, token });
    browser.setCookie(url, "deskhand_session", "");
    expect(await comeBack(url, back, browser)).toMatchObject({ why: "interrupted", token: "" });
    const unknown = new URL(back);
    unknown.searchParams.set("state", "x".repeat(43));
    expect(await comeBack(url, unknown, browser)).toMatchObject({ why: "interrupted" });

    const late = await goUntilBack(url, "rex", browser);
    await scene.desk.app.domains.store.db.updateTable("sign_on_begun").set({ ends_at: 1 }).execute();
    expect(await comeBack(url, late, browser)).toMatchObject({ why: "interrupted" });
  });

  it("refuses the code of one log-in with the state of another", async () => {
    const browser = new PlainBrowser();
    const [one, other] = [await goUntilBack(url, "rex", browser), await goUntilBack(url, "rex", browser)];
    const mixed = new URL(one);
    mixed.searchParams.set("code", other.searchParams.get("code") ?? "");
    expect(await comeBack(url, mixed, browser)).toMatchObject({ why: "failed", token: undefined });
  });

  it("says so when the person turned back at the provider", async () => {
    const browser = new PlainBrowser();
    const back = await goUntilBack(url, "rex", browser);
    back.searchParams.delete("code");
    back.searchParams.set("error", "access_denied");
    expect(await comeBack(url, back, browser)).toMatchObject({ why: "cancelled", token: undefined });
  });

  it("logs out at the provider too, which ends every session made of it within a second (S15)", async () => {
    await knows("lea");
    const browser = new PlainBrowser();
    const [one, two] = [await logInAs(url, "lea", { browser }), await logInAs(url, "lea", { browser })];
    const elsewhere = await logInAs(url, "lea");
    const tab = await DeskClient.connectWith(url, two.token ?? "");
    const bearer = await DeskClient.connectWith(url, one.token ?? "");
    const left = await bearer.rest("POST", "/api/v1/session/end", { everywhere: false });

    const { leaveTo } = left.body as { leaveTo: string };
    expect(leaveTo.startsWith(`${scene.provider.issuer}/session/end?`)).toBe(true);
    expect(await whoIs(url, one.token)).toBeUndefined();
    expect((await whoIs(url, two.token))?.name).toBe("Person lea");
    const asked = await browser.open(leaveTo);
    const startedAt = Date.now();
    const end = await browser.submit(asked, { logout: "yes" }, (next) => next.origin === url);

    expect(end.url.href).toBe(`${url}/login`);
    await tab.hear("session:ended");
    expect(Date.now() - startedAt).toBeLessThan(30_000);
    expect(await whoIs(url, two.token)).toBeUndefined();
    expect((await whoIs(url, elsewhere.token))?.name).toBe("Person lea");
    for (const client of [tab, bearer]) client.close();
  });

  it("logs out everywhere", async () => {
    await knows("leo");
    const [one, two] = [await logInAs(url, "leo"), await logInAs(url, "leo")];
    const tab = await DeskClient.connectWith(url, two.token ?? "");
    const client = await DeskClient.connectWith(url, one.token ?? "");

    expect((await client.rest("POST", "/api/v1/session/end", { everywhere: true })).status).toBe(200);

    await tab.hear("session:ended");
    expect([await whoIs(url, one.token), await whoIs(url, two.token)]).toEqual([undefined, undefined]);
    for (const one of [tab, client]) one.close();
  });

  it("parts an account from its person, who is linked anew by the address", async () => {
    await knows("uma");
    const { token } = await logInAs(url, "uma");
    const me = await whoIs(url, token);

    expect(await scene.admin.rest("DELETE", `/api/v1/accounts/${me?.id}/single-sign-on`)).toMatchObject({
      status: 204,
    });

    expect(await whoIs(url, token)).toBeUndefined();
    expect(await accountOf("uma@acme.example")).toMatchObject([{ hasSignOn: false }]);
    expect((await whoIs(url, (await logInAs(url, "uma")).token))?.id).toBe(me?.id);
  });

  it("does not wait for a provider that hangs; passwords work meanwhile, and it is asked again", async () => {
    await knows("sol");
    const browser = new PlainBrowser();
    const back = await goUntilBack(url, "sol", browser);
    scene.provider.hang();
    try {
      const startedAt = Date.now();
      const coming = comeBack(url, back, browser);
      const ana = await scene.desk.connect("ana");
      expect((await whoIs(url, ana.token))?.username).toBe("ana");
      expect(await coming).toMatchObject({ why: "away", token: undefined });
      expect(Date.now() - startedAt).toBeLessThan(60_000);
    } finally {
      scene.provider.goOn();
    }
    expect((await whoIs(url, (await logInAs(url, "sol")).token))?.name).toBe("Person sol");
  });

  it("keeps the provider's tokens and the client's secret out of the log (S37)", () => {
    expect(scene.desk.log.join("")).not.toMatch(/a secret of the desk|eyJ[\w-]+\.eyJ/);
  });
});
