import { SignJWT, UnsecuredJWT } from "jose";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { DeskClient } from "../support/desk-client.js";
import { newSecret, saveWidget } from "../support/widget-settings.js";

const day = 24 * 3600;

describe("identities signed by a portal", () => {
  let desk: RunningDesk;
  let admin: DeskClient;
  let secret: string;
  beforeAll(async () => {
    desk = await startDesk();
    admin = await desk.connect("admin");
  });
  afterAll(() => desk.stop());

  const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
  const claims = { sub: "u-1", name: "Maria Dias", email: "maria@example.com", locale: "pt-BR" };
  const sign = (
    content: Record<string, unknown> = claims,
    { key = secret, exp = inSeconds(600), alg = "HS256" } = {},
  ) =>
    new SignJWT(content)
      .setProtectedHeader({ alg })
      .setExpirationTime(exp)
      .sign(new TextEncoder().encode(key));
  const show = async (token: string) => {
    const response = await fetch(`${desk.url}/api/v1/session/identity`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token }),
    });
    const body = (await response.json()) as {
      token: string;
      user: { id: string; role: string; name: string; groupIds: string[] };
      error?: { code: string };
    };
    return { status: response.status, code: body.error?.code, ...body };
  };

  it("are refused before there is a key", async () => {
    expect(await show("a.b.c")).toMatchObject({ status: 422, code: "identity/not-configured" });
    secret = await newSecret(admin);
  });

  it("become one requester by issuer and subject, whatever the name says (S41)", async () => {
    const [first, again] = await Promise.all([
      show(await sign()),
      show(await sign({ ...claims, name: "M. Dias" })),
    ]);
    const elsewhere = await show(await sign({ ...claims, iss: "intranet" }));
    const asAdmin = await show(await sign({ sub: "admin", name: "Admin", email: "admin@example.com" }));

    expect(first).toMatchObject({ status: 200, user: { role: "requester", locale: "pt" } });
    expect(again.user.id).toBe(first.user.id);
    expect(elsewhere.user.id).not.toBe(first.user.id);
    expect(asAdmin.user.role).toBe("requester");
    expect(asAdmin.user.id).not.toBe((await desk.app.domains.accounts.accountByUsername("admin"))?.id);
    const client = await DeskClient.connectWith(desk.url, asAdmin.token);
    expect((await client.rest("GET", "/api/v1/accounts")).status).toBe(403);
    client.close();
  });

  it("are refused with the reason when unsigned, forged, expired, too long or incomplete (S22, S41)", async () => {
    const none = new UnsecuredJWT(claims).setExpirationTime(inSeconds(600)).encode();
    const [head, body] = (await sign()).split(".");
    const other = Buffer.from(JSON.stringify({ ...claims, sub: "u-2", exp: inSeconds(600) })).toString(
      "base64url",
    );
    const [, , signature] = (await sign()).split(".");

    const cases: [string, string][] = [
      [none, "identity/refused"],
      ["not a token", "identity/refused"],
      [`${head}.${body}.`, "identity/refused"],
      [`${head}.${other}.${signature}`, "identity/refused"],
      [await sign(claims, { key: "another secret of thirty-two bytes" }), "identity/refused"],
      [await sign(claims, { alg: "HS512" }), "identity/refused"],
      [await sign(claims, { exp: inSeconds(-120) }), "identity/expired"],
      [await sign(claims, { exp: inSeconds(2 * day) }), "identity/unusable"],
      [await sign({ name: "Nobody" }), "identity/unusable"],
      [await sign({ sub: "u-3", name: " \u202e " }), "identity/unusable"],
      [await sign({ sub: "u-3", name: "X", email: "a@b.c\r\nBcc: d@e.f" }), "identity/unusable"],
    ];
    for (const [token, code] of cases) expect([code, (await show(token)).code]).toEqual([code, code]);
  });

  it("are not taken again after the log-out, which ends their other sessions too (S15)", async () => {
    const token = await sign({ sub: "u-9", name: "Zoe" });
    const [one, two] = [await show(token), await show(token)];
    const tab = await DeskClient.connectWith(desk.url, two.token);

    const left = await fetch(`${desk.url}/api/v1/session`, {
      method: "DELETE",
      headers: { authorization: `Bearer ${one.token}` },
    });

    expect(left.status).toBe(204);
    await tab.hear("session:ended");
    expect(await show(token)).toMatchObject({ status: 401, code: "identity/ended" });
    expect((await show(await sign({ sub: "u-9", name: "Zoe", jti: "next" }))).user.id).toBe(one.user.id);
    tab.close();
  });

  it("leave no session behind when logged in and out at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const token = await sign({ sub: "u-race", name: "Racer", jti: `${round}` });
      const { token: session } = await show(token);
      const [, ...shown] = await Promise.all([
        fetch(`${desk.url}/api/v1/session`, {
          method: "DELETE",
          headers: { authorization: `Bearer ${session}` },
        }),
        ...[1, 2, 3, 4].map(() => show(token)),
      ]);
      for (const { token: begun } of shown.filter(({ status }) => status === 200)) {
        const who = await desk.app.domains.accounts.authenticate(begun);
        expect(who).toBeUndefined();
      }
    }
  });

  it("put nobody into a group that no admin has mapped", async () => {
    const network = "01999d00-0000-7000-8000-000000000202";
    const wish = { sub: "u-7", name: "Kim", groups: ["network", network, "admin"] };
    expect((await show(await sign(wish))).user.groupIds).not.toContain(network);

    await saveWidget(admin, { groups: [{ claim: "network", groupId: network }] });
    expect((await show(await sign(wish))).user.groupIds).toContain(network);
    expect((await show(await sign({ sub: "u-7", name: "Kim" }))).user.groupIds).not.toContain(network);
  });

  it("go on under the former key as long as the admin chose, and no longer", async () => {
    const former = await sign({ sub: "u-8", name: "Lee" });
    const next = await newSecret(admin, 1);
    expect((await show(former)).status).toBe(200);
    expect((await show(await sign({ sub: "u-8", name: "Lee" }, { key: next }))).status).toBe(200);

    const last = await newSecret(admin, 0);
    expect(await show(former)).toMatchObject({ code: "identity/refused" });
    expect((await show(await sign({ sub: "u-8", name: "Lee" }, { key: last }))).status).toBe(200);
    secret = last;
  });

  it("never open the desk's side, also when the account was made an agent since (S33)", async () => {
    const { user } = await show(await sign({ sub: "u-10", name: "Sly" }));
    await desk.app.domains.store.db
      .updateTable("account")
      .set({ role: "agent" })
      .where("id", "=", user.id)
      .execute();

    expect(await show(await sign({ sub: "u-10", name: "Sly" }))).toMatchObject({ code: "identity/refused" });
  });

  it("keeps secrets out of the log and of the change log (S37)", async () => {
    const changes = await desk.app.domains.store.db.selectFrom("change_log").selectAll().execute();
    expect(JSON.stringify(changes)).not.toContain(secret);
    expect(desk.log.join("")).not.toContain(secret);
  });
});
