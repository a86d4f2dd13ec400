import { startStopwatch } from "../../support/slowness.js";
import { DeskClient } from "../../support/desk-client.js";
import { engines } from "../../support/stores.js";
import { logInAs, whoIs } from "../sign-on/scene.js";
import { type Directory, entraUser, openDirectory } from "./directory.js";

describe.each(engines)("accounts that a directory opens and closes, on %s (issue 8)", (engine) => {
  let directory: Directory;
  let url: string;
  beforeAll(async () => {
    directory = await openDirectory(engine, { BREAK_GLASS_ADMIN: "admin" });
    url = directory.desk.url;
  });
  afterAll(() => directory.close());

  const take = async (name: string, more: object = {}) => {
    const made = await directory.ask("POST", "/Users", entraUser(name, more));
    expect(made.status).toBe(201);
    return made.body.id as string;
  };
  const comes = (sub: string, more: object = {}) => {
    directory.provider.person = { sub, sid: `sid-${sub}`, name: sub, ...more };
  };
  const close = (id: string) =>
    directory.patch(`/Users/${id}`, [{ op: "Replace", path: "active", value: "False" }]);
  const open = (id: string) =>
    directory.patch(`/Users/${id}`, [{ op: "Replace", path: "active", value: "True" }]);
  const byHand = async (form: object) => {
    const made = await directory.admin.rest("POST", "/api/v1/accounts", { role: "requester", ...form });
    expect(made.status).toBe(201);
    return (made.body as { id: string }).id;
  };
  const account = async (id: string) =>
    (await directory.admin.rest("GET", `/api/v1/accounts/${id}`)).body as Record<string, unknown>;

  it("are those of who comes by single sign-on under the directory's id, without an address", async () => {
    const id = await take("carla", { externalId: "sub-carla" });
    comes("sub-carla");
    const { token } = await logInAs(url, "carla");
    expect((await whoIs(url, token))?.id).toBe(id);
  });

  it("are those of who comes with a verified address, and of nobody who only says so", async () => {
    const id = await take("dora");
    comes("sub-dora", { email: "dora@acme.example", email_verified: false });
    expect((await logInAs(url, "dora")).why).toBe("unverified");
    comes("sub-dora", { email: "dora@acme.example", email_verified: true });
    expect((await whoIs(url, (await logInAs(url, "dora")).token))?.id).toBe(id);
  });

  it("are left within a second by a person who is closed: sessions, sockets, and the way in", async () => {
    const id = await take("hugo", { externalId: "sub-hugo" });
    comes("sub-hugo");
    const { token = "" } = await logInAs(url, "hugo");
    const client = await DeskClient.connectWith(url, token);
    const closed = new Promise((resolve) => client.socket.once("disconnect", resolve));

    const watch = startStopwatch();
    expect((await close(id)).body.active).toBe(false);
    await closed;

    expect(watch.ms()).toBeLessThan(1000);
    expect(await whoIs(url, token)).toBeUndefined();
    expect((await logInAs(url, "hugo")).why).toBe("closed");
    client.close();
    expect((await open(id)).body.active).toBe(true);
    expect((await whoIs(url, (await logInAs(url, "hugo")).token))?.id).toBe(id);
  });

  it("stay closed when an admin closed them, until the directory closes and opens them", async () => {
    const id = await take("igor");
    const { body } = await directory.admin.rest("GET", `/api/v1/accounts/${id}`);
    const { name, email, role, capacity } = body as Record<string, unknown>;
    const form = { name, email, role, capacity, active: false };
    await directory.admin.rest("PUT", `/api/v1/accounts/${id}`, form);
    const again = await directory.ask("PUT", `/Users/${id}`, entraUser("igor", { title: "Other" }));
    expect(again.body.active).toBe(false);
    await directory.patch(`/Users/${id}`, [{ op: "replace", path: "displayName", value: "Igor" }]);
    expect(await account(id)).toMatchObject({ active: false, name: "Igor" });
    await close(id);
    expect((await open(id)).body.active).toBe(true);
  });

  it("are closed when the directory deletes the person, and are theirs again when they come back", async () => {
    const id = await take("judy");
    expect((await directory.ask("DELETE", `/Users/${id}`)).status).toBe(204);
    expect((await directory.ask("GET", `/Users/${id}`)).status).toBe(404);
    expect((await directory.ask("DELETE", `/Users/${id}`)).status).toBe(404);
    expect(await account(id)).toMatchObject({ active: false });
    const found = await directory.ask("GET", '/Users?filter=userName eq "judy@acme.example"');
    expect(found.body.totalResults).toBe(0);
    // Somebody else who was given the address opens nothing of the former one.
    const other = await directory.ask("POST", "/Users", entraUser("judy", { externalId: "another" }));
    expect(other.status).toBe(409);
    expect(await take("judy")).toBe(id);
    expect(await account(id)).toMatchObject({ active: true });
  });

  it("take over who was here by hand, and drop what others may have got in with (S33)", async () => {
    const id = await byHand({
      username: "karl",
      name: "Karl",
      email: "karl@acme.example",
      password: "known-to-others",
    });
    const before = await DeskClient.connect(url, "karl", "known-to-others");
    const closed = new Promise((resolve) => before.socket.once("disconnect", resolve));

    expect(await take("karl")).toBe(id);

    await closed;
    expect(await whoIs(url, before.token)).toBeUndefined();
    expect(await account(id)).toMatchObject({ hasPassword: false, username: "karl" });
    before.close();
  });

  it("are never guessed between, and closed ones stay closed", async () => {
    await byHand({ username: "lia1", name: "Lia", email: "lia@acme.example" });
    await byHand({ username: "lia2", name: "Lia", email: "LIA@acme.example" });
    expect((await directory.ask("POST", "/Users", entraUser("lia"))).status).toBe(409);

    // The same name, and the address of somebody else.
    await byHand({ username: "max@acme.example", name: "Max", email: "max@elsewhere.example" });
    expect((await directory.ask("POST", "/Users", entraUser("max"))).status).toBe(409);

    const shut = await byHand({ username: "nora", name: "Nora", email: "nora@acme.example" });
    await directory.desk.app.domains.accounts.deactivate(shut);
    expect((await directory.ask("POST", "/Users", entraUser("nora"))).status).toBe(409);
    expect(await account(shut)).toMatchObject({ active: false });
  });

  it("are never the one for emergencies", async () => {
    const found = await directory.ask("GET", '/Users?filter=userName eq "admin"');
    expect(found.body.totalResults).toBe(0);
    const taken = await directory.ask("POST", "/Users", entraUser("x", { userName: "Admin", emails: [] }));
    expect(taken).toMatchObject({ status: 409, body: { scimType: "uniqueness" } });
    const renamed = await take("pavel");
    const put = await directory.ask("PUT", `/Users/${renamed}`, entraUser("pavel", { userName: "admin" }));
    expect(put.status).toBe(409);
    expect((await DeskClient.connect(url, "admin")).token).toBeDefined();
  });
});

describe("a directory without single sign-on", () => {
  it("leaves alone who has an account and a password", async () => {
    const directory = await openDirectory("sqlite", {
      OIDC_ISSUER: "",
      OIDC_CLIENT_ID: "",
      OIDC_CLIENT_SECRET: "",
    });
    try {
      const taken = await directory.ask("POST", "/Users", entraUser("x", { userName: "ana", emails: [] }));
      expect(taken).toMatchObject({ status: 409, body: { scimType: "uniqueness" } });
      expect((await directory.desk.connect("ana")).token).toBeDefined();
      expect((await directory.ask("POST", "/Users", entraUser("fresh"))).status).toBe(201);
    } finally {
      await directory.close();
    }
  });
});
