import { engines } from "../../support/stores.js";
import { logInAs, saveRules, whoIs } from "../sign-on/scene.js";
import { type Directory, entraUser, openDirectory, urns } from "./directory.js";

const [serviceDesk, network] = [
  "01999d00-0000-7000-8000-000000000201",
  "01999d00-0000-7000-8000-000000000202",
];

describe.each(engines)("groups of a directory, on %s (issue 8)", (engine) => {
  let directory: Directory;
  let url: string;
  beforeAll(async () => {
    directory = await openDirectory(engine, { BREAK_GLASS_ADMIN: "admin" });
    url = directory.desk.url;
    await saveRules(directory.admin, [
      { claim: "Desk agents", role: "agent", groupIds: [serviceDesk] },
      { claim: "network-id", role: "supervisor", groupIds: [network] },
    ]);
  });
  afterAll(() => directory.close());

  const take = async (name: string, more: object = {}) => {
    const made = await directory.ask("POST", "/Users", entraUser(name, more));
    expect(made.status).toBe(201);
    return made.body.id as string;
  };
  const group = async (displayName: string, more: object = {}) => {
    const made = await directory.ask("POST", "/Groups", { schemas: [urns.group], displayName, ...more });
    expect(made.status).toBe(201);
    return made.body.id as string;
  };
  const rights = async (id: string) => {
    const { body } = await directory.admin.rest("GET", `/api/v1/accounts/${id}`);
    const { role, groupIds } = body as { role: string; groupIds: string[] };
    return { role, groups: groupIds.filter((one) => one === serviceDesk || one === network).sort() };
  };
  const nothing = { role: "requester", groups: [] };
  const agent = { role: "agent", groups: [serviceDesk] };
  const both = { role: "supervisor", groups: [serviceDesk, network] };
  const members = async (id: string) =>
    (await directory.ask("GET", `/Groups/${id}`)).body.members
      .map((one: { value: string }) => one.value)
      .sort();

  it("give role and groups by the rules, by name and by the directory's id, and take them away", async () => {
    const [ana, bea] = [await take("gana"), await take("gbea")];
    const agents = await group("Desk agents", { externalId: "agents-id", members: [{ value: ana }] });
    expect(await rights(ana)).toEqual(agent);
    const net = await group("Anything", { externalId: "network-id" });

    // As Microsoft Entra ID adds and removes members.
    const added = await directory.patch(`/Groups/${net}`, [
      { op: "Add", path: "members", value: [{ value: ana }, { value: bea }] },
    ]);
    expect(added.status).toBe(204);
    expect(await members(net)).toEqual([ana, bea].sort());
    expect(await rights(ana)).toEqual(both);
    expect(await rights(bea)).toEqual({ role: "supervisor", groups: [network] });
    await directory.patch(`/Groups/${net}`, [{ op: "Remove", path: "members", value: [{ value: ana }] }]);
    expect(await rights(ana)).toEqual(agent);

    // As Okta does.
    await directory.patch(`/Groups/${net}`, [{ op: "remove", path: `members[value eq "${bea}"]` }]);
    expect(await rights(bea)).toEqual(nothing);
    await directory.patch(`/Groups/${net}`, [{ op: "replace", path: "members", value: [{ value: bea }] }]);
    expect(await members(net)).toEqual([bea]);
    await directory.patch(`/Groups/${net}`, [{ op: "remove", path: "members" }]);
    expect(await members(net)).toEqual([]);

    const shown = await directory.ask("GET", `/Users/${ana}`);
    expect(shown.body.groups).toMatchObject([{ value: agents, display: "Desk agents" }]);
    const put = await directory.ask("PUT", `/Groups/${agents}`, {
      schemas: [urns.group],
      displayName: "Desk agents",
      externalId: "agents-id",
      members: [{ value: bea, display: "whoever" }],
    });
    expect(put).toMatchObject({ status: 200, body: { members: [{ value: bea }] } });
    expect([await rights(ana), await rights(bea)]).toEqual([nothing, agent]);
    expect((await directory.ask("DELETE", `/Groups/${agents}`)).status).toBe(204);
    expect(await rights(bea)).toEqual(nothing);
    expect((await directory.ask("GET", `/Groups/${agents}`)).status).toBe(404);
  });

  it("give by their new name when they are renamed, as both providers write it", async () => {
    const id = await take("gcora");
    const named = await group("Something else", { members: [{ value: id }] });
    expect(await rights(id)).toEqual(nothing);
    await directory.patch(`/Groups/${named}`, [{ op: "Replace", path: "displayName", value: "Desk agents" }]);
    expect(await rights(id)).toEqual(agent);
    await directory.patch(`/Groups/${named}`, [
      { op: "replace", value: { id: named, displayName: "Off the desk" } },
    ]);
    expect(await rights(id)).toEqual(nothing);
  });

  it("end what a person began with rights that are gone, and leave what was given by hand", async () => {
    const id = await take("gdana", { externalId: "sub-gdana" });
    const agents = await group("Desk agents", { members: [{ value: id }] });
    directory.provider.person = { sub: "sub-gdana", name: "Dana" };
    const { token } = await logInAs(url, "gdana");
    // A log-in that names no groups takes nothing of what the directory gives.
    expect(await whoIs(url, token)).toMatchObject({ id, role: "agent" });
    const { body } = await directory.admin.rest("GET", `/api/v1/accounts/${id}`);
    const { name, email, role, capacity, groupIds } = body as Record<string, unknown> & {
      groupIds: string[];
    };
    await directory.admin.rest("PUT", `/api/v1/accounts/${id}`, {
      ...{ name, email, role, capacity, active: true },
      groupIds: [...groupIds, network],
    });
    expect(await whoIs(url, token)).toMatchObject({ role: "agent" });

    await directory.patch(`/Groups/${agents}`, [{ op: "remove", path: `members[value eq "${id}"]` }]);

    expect(await whoIs(url, token)).toBeUndefined();
    expect(await rights(id)).toEqual({ role: "requester", groups: [network] });
    await directory.ask("DELETE", `/Groups/${agents}`);
  });

  it("join what single sign-on gives: neither takes what the other gives", async () => {
    const id = await take("geva", { externalId: "sub-geva" });
    const agents = await group("Desk agents", { members: [{ value: id }] });
    directory.provider.person = { sub: "sub-geva", name: "Eva", groups: ["network-id"] };
    await logInAs(url, "geva");
    expect(await rights(id)).toEqual(both);
    await directory.ask("DELETE", `/Groups/${agents}`);
    expect(await rights(id)).toEqual({ role: "supervisor", groups: [network] });
    directory.provider.person = { sub: "sub-geva", name: "Eva", groups: [] };
    await logInAs(url, "geva");
    expect(await rights(id)).toEqual(nothing);
  });

  it("let in whom a rule fits, where only those may come in", async () => {
    const id = await take("gfay", { externalId: "sub-gfay" });
    const { body } = await directory.admin.rest("GET", "/api/v1/single-sign-on");
    const { settings } = body as { settings: { rules: object[] } };
    await saveRules(directory.admin, settings.rules, true);
    directory.provider.person = { sub: "sub-gfay", name: "Fay" };
    expect((await logInAs(url, "gfay")).why).toBe("not-assigned");
    const agents = await group("Desk agents", { members: [{ value: id }] });
    expect((await whoIs(url, (await logInAs(url, "gfay")).token))?.id).toBe(id);
    await directory.ask("DELETE", `/Groups/${agents}`);
    await saveRules(directory.admin, settings.rules, false);
  });

  it("are found by name, id and member, with and without their members", async () => {
    const id = await take("ggil");
    const made = await group("Findable", { externalId: "find-id", members: [{ value: id }] });
    const find = (filter: string, more = "") =>
      directory.ask("GET", `/Groups?filter=${encodeURIComponent(filter)}${more}`);
    for (const filter of [
      'displayName eq "FINDABLE"',
      'externalId eq "find-id"',
      `members eq "${id}"`,
      `members[value eq "${id}"]`,
      `id eq "${made}" and members eq "${id}"`,
    ]) {
      const { body } = await find(filter);
      expect(body.Resources).toMatchObject([{ id: made, members: [{ value: id }] }]);
    }
    const [without] = (await find('displayName eq "Findable"', "&excludedAttributes=members")).body.Resources;
    expect(without).toMatchObject({ id: made, displayName: "Findable" });
    expect(without.members).toBeUndefined();
    expect((await find('members eq "nobody"')).body.totalResults).toBe(0);
  });

  it("refuse names that are taken, members who are nobody here, and what was read before (412)", async () => {
    const id = await group("Refusing");
    const at = `/Groups/${id}`;
    const etag = (await directory.ask("GET", at)).headers.get("etag") ?? "";
    const twice = await directory.ask("POST", "/Groups", { displayName: "refusing" });
    expect(twice).toMatchObject({ status: 409, body: { scimType: "uniqueness", schemas: [urns.error] } });
    const { body } = await directory.admin.rest("GET", "/api/v1/accounts?q=ana");
    const [stranger] = (body as { items: { id: string }[] }).items;
    for (const value of [
      [{ value: stranger?.id }],
      [{ value: id, type: "Group" }],
      [{ value: 5 }],
      "nobody",
    ]) {
      const added = await directory.patch(at, [{ op: "add", path: "members", value }]);
      expect(added).toMatchObject({ status: 400, body: { scimType: "invalidValue" } });
    }
    expect((await directory.ask("POST", "/Groups", { displayName: "" })).status).toBe(400);
    const rename = [{ op: "replace", path: "displayName", value: "Renamed" }];
    expect((await directory.patch(at, rename, { "if-match": etag })).status).toBe(204);
    expect((await directory.patch(at, rename, { "if-match": etag })).status).toBe(412);
  });

  it("never reach the account for emergencies, nor leave the desk without an admin", async () => {
    const { body } = await directory.admin.rest("GET", "/api/v1/single-sign-on");
    const { settings } = body as { settings: { rules: object[] } };
    await saveRules(directory.admin, [...settings.rules, { claim: "Admins", role: "admin", groupIds: [] }]);
    const id = await take("ghal");
    const admins = await group("Admins", { members: [{ value: id }] });
    expect((await rights(id)).role).toBe("admin");
    await directory.desk.app.domains.store.db
      .updateTable("account")
      .set({ role: "requester" })
      .where("role", "=", "admin")
      .where("id", "<>", id)
      .execute();

    const refused = await directory.ask("DELETE", `/Groups/${admins}`);

    expect(refused).toMatchObject({ status: 409, body: { schemas: [urns.error] } });
    expect((await directory.ask("DELETE", `/Users/${id}`)).status).toBe(409);
    expect((await directory.ask("GET", `/Groups/${admins}`)).body.members).toMatchObject([{ value: id }]);
  });
});
