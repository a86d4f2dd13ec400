import { engines } from "../../support/stores.js";
import {
  type Answered,
  askScim,
  type Directory,
  entraUser,
  oktaUser,
  openDirectory,
  urns,
} from "./directory.js";

describe.each(engines)("people whom a directory keeps, on %s (issue 8)", (engine) => {
  let directory: Directory;
  beforeAll(async () => {
    directory = await openDirectory(engine);
  });
  afterAll(() => directory.close());

  const ask: Directory["ask"] = (...asked) => directory.ask(...asked);
  const find = (filter: string, more = "") =>
    ask("GET", `/Users?filter=${encodeURIComponent(filter)}${more}`);
  const account = async (id: string) => (await directory.admin.rest("GET", `/api/v1/accounts/${id}`)).body;

  it("says what it does of SCIM", async () => {
    const config = await ask("GET", "/ServiceProviderConfig");
    expect(config.type).toContain("application/scim+json");
    expect(config.body).toMatchObject({ patch: { supported: true }, bulk: { supported: false } });
    const types = await ask("GET", "/ResourceTypes");
    expect(types.body.Resources.map(({ endpoint }: { endpoint: string }) => endpoint)).toEqual([
      "/Users",
      "/Groups",
    ]);
    expect((await ask("GET", "/ResourceTypes/User")).body.schema).toBe(urns.user);
    const schemas = await ask("GET", "/Schemas");
    expect(schemas.body).toMatchObject({ schemas: [urns.list], totalResults: 3 });
    expect((await ask("GET", `/Schemas/${urns.user}`)).body.name).toBe("User");
    expect((await ask("GET", "/Schemas/urn:nothing")).status).toBe(404);
  });

  it("are taken in as Microsoft Entra ID sends them, and found again by name and id", async () => {
    const none = await find('userName eq "rita@acme.example"');
    expect(none).toMatchObject({ status: 200, body: { totalResults: 0, Resources: [] } });

    const made = await ask("POST", "/Users", entraUser("rita"));

    expect(made.status).toBe(201);
    const { id } = made.body as { id: string };
    expect(made.headers.get("location")).toBe(`${directory.desk.url}/scim/v2/Users/${id}`);
    expect(made.headers.get("etag")).toBe(made.body.meta.version);
    expect(made.body).toMatchObject({
      schemas: [urns.user, urns.enterprise],
      externalId: "rita-object-id",
      userName: "rita@acme.example",
      active: true,
      name: { givenName: "rita", familyName: "Silva" },
      emails: [{ type: "work", primary: true, value: "rita@acme.example" }],
      [urns.enterprise]: { department: "IT" },
    });
    expect(JSON.stringify(made.body)).not.toContain("900");
    expect(await account(id)).toMatchObject({
      name: "rita Silva",
      email: "rita@acme.example",
      role: "requester",
      locale: "pt",
      department: "IT",
      hasPassword: false,
    });
    for (const filter of [
      'userName eq "RITA@acme.example"',
      'externalId eq "rita-object-id"',
      'emails[type eq "work"].value eq "rita@acme.example"',
      `id eq "${id}" and active eq true`,
      'displayName sw "rita" and not (active eq false)',
    ]) {
      expect((await find(filter)).body.Resources.map((one: { id: string }) => one.id)).toEqual([id]);
    }
    expect((await ask("GET", `/Users/${id}`)).body.userName).toBe("rita@acme.example");
    const { body } = await directory.admin.rest("GET", `/api/v1/changes?objectId=${id}`);
    expect(body).toMatchObject({ items: [{ action: "created", changedBy: "SCIM (Directory)" }] });
  });

  it("are taken in as Okta sends them, without the password", async () => {
    const made = await ask("POST", "/Users", oktaUser("olga"));
    expect(made).toMatchObject({
      status: 201,
      body: { externalId: "00u-olga", active: true, locale: "en-US" },
    });
    expect(JSON.stringify(made.body)).not.toContain("1mz050nq");
    expect(await account(made.body.id)).toMatchObject({ hasPassword: false, locale: "en" });
    const replaced = await ask("PUT", `/Users/${made.body.id}`, {
      ...oktaUser("olga", { active: false, displayName: "Olga Anew" }),
      id: made.body.id,
    });
    expect(replaced).toMatchObject({ status: 200, body: { active: false, displayName: "Olga Anew" } });
    expect(await account(made.body.id)).toMatchObject({ name: "Olga Anew", active: false });
  });

  const patches: readonly (readonly [string, readonly object[], object])[] = [
    ["closed in words (Entra)", [{ op: "Replace", path: "active", value: "False" }], { active: false }],
    ["opened in words (Entra)", [{ op: "Replace", path: "active", value: "True" }], { active: true }],
    ["closed without a path (Okta)", [{ op: "replace", value: { active: false } }], { active: false }],
    ["opened without a path, in words", [{ op: "replace", value: { active: "true" } }], { active: true }],
    [
      "an address of a kind that is there",
      [{ op: "Replace", path: 'emails[type eq "work"].value', value: "work@acme.example" }],
      { emails: [{ type: "work", primary: true, value: "work@acme.example" }] },
    ],
    [
      "an address of a kind that is not there yet",
      [{ op: "Add", path: 'emails[type eq "home"].value', value: "home@acme.example" }],
      {
        emails: [
          { type: "work", primary: true, value: "work@acme.example" },
          { type: "home", value: "home@acme.example" },
        ],
      },
    ],
    [
      "an address taken away",
      [{ op: "Remove", path: 'emails[type eq "home"]' }],
      { emails: [{ type: "work", primary: true, value: "work@acme.example" }] },
    ],
    [
      "parts of the name, with dots and without a path",
      [
        {
          op: "Add",
          value: { "name.givenName": "Maria", name: { familyName: "Reis" }, displayName: "Maria Reis" },
        },
      ],
      { name: { givenName: "Maria", familyName: "Reis" }, displayName: "Maria Reis" },
    ],
    [
      "the department of the extension, by its whole name",
      [{ op: "Add", path: `${urns.enterprise}:department`, value: "Finance" }],
      { [urns.enterprise]: { department: "Finance" } },
    ],
    [
      "the extension as a whole (Okta)",
      [{ op: "replace", value: { [urns.enterprise]: { department: "HR", organization: "Acme" } } }],
      { [urns.enterprise]: { department: "HR", organization: "Acme" } },
    ],
    [
      "what the desk does not keep, passed over",
      [
        { op: "Add", path: 'addresses[type eq "work"].locality', value: "Porto" },
        { op: "Add", path: 'phoneNumbers[type eq "mobile"].value', value: "1" },
        { op: "Add", path: `${urns.enterprise}:manager`, value: "22" },
        { op: "Replace", path: 'roles[primary eq "True"].value', value: "x" },
        { op: "Replace", path: "title", value: "Head" },
      ],
      { displayName: "Maria Reis" },
    ],
    [
      "names in another case",
      [{ op: "replace", path: "DISPLAYNAME", value: "Maria R." }],
      { displayName: "Maria R." },
    ],
    [
      "the user name",
      [{ op: "Replace", path: "userName", value: "maria@acme.example" }],
      { userName: "maria@acme.example" },
    ],
    ["what is removed", [{ op: "Remove", path: "displayName" }], {}],
  ];

  it("are changed by every way of writing a patch", async () => {
    const { body } = await ask("POST", "/Users", entraUser("mia"));
    for (const [name, operations, expected] of patches) {
      const changed = await directory.patch(`/Users/${body.id}`, operations);
      expect([name, changed.status]).toEqual([name, 200]);
      expect(changed.body).toMatchObject(expected);
      expect(changed.body).toEqual((await ask("GET", `/Users/${body.id}`)).body);
    }
    const last = (await ask("GET", `/Users/${body.id}`)).body;
    expect(last.displayName).toBeUndefined();
    expect(await account(body.id)).toMatchObject({ username: "maria@acme.example", name: "mia Silva" });
  });

  it("refuse what does not fit, in the form of SCIM", async () => {
    const { body } = await ask("POST", "/Users", entraUser("leo"));
    const at = `/Users/${body.id}`;
    const refused: readonly (readonly [Promise<Answered>, number, string?])[] = [
      [ask("POST", "/Users", entraUser("leo")), 409, "uniqueness"],
      [ask("POST", "/Users", entraUser("x", { userName: "guest:1" })), 400, "invalidValue"],
      [ask("POST", "/Users", entraUser("x", { userName: undefined })), 400, "invalidValue"],
      [ask("POST", "/Users", "{"), 400, "invalidSyntax"],
      [ask("POST", "/Users", "[]"), 400, "invalidSyntax"],
      [ask("PUT", at, entraUser("rita")), 409, "uniqueness"],
      [directory.patch(at, [{ op: "Replace", path: "active", value: "maybe" }]), 400, "invalidValue"],
      [directory.patch(at, [{ op: "Swap", path: "active" }]), 400, "invalidSyntax"],
      [directory.patch(at, [{ op: "Remove" }]), 400, "noTarget"],
      [directory.patch(at, [{ op: "Add", path: "name[[", value: "x" }]), 400, "invalidPath"],
      [directory.patch(at, [{ op: "Add", path: "emails[(].value", value: "x" }]), 400, "invalidFilter"],
      [directory.patch(at, []), 400, "invalidSyntax"],
      [ask("GET", "/Users/00000000-0000-7000-8000-000000000000"), 404],
      [find("userName"), 400, "invalidFilter"],
      [find('password eq "x"'), 400, "invalidFilter"],
      [find(`${"(".repeat(900)}`), 400, "invalidFilter"],
      [find('__proto__ eq "x"'), 400, "invalidFilter"],
    ];
    for (const [asked, status, scimType] of refused) {
      const answer = await asked;
      expect(answer).toMatchObject({ status, body: { schemas: [urns.error], status: String(status) } });
      expect(answer.body.scimType).toBe(scimType);
      expect(answer.type).toContain("application/scim+json");
    }
    for (const path of ["__proto__.polluted", "constructor.prototype.polluted", "name.__proto__"]) {
      await directory.patch(at, [{ op: "add", path, value: "yes" }]);
    }
    await ask(
      "PATCH",
      at,
      `{"schemas":["${urns.patch}"],"Operations":[{"op":"add","value":{"__proto__":{"polluted":1}}}]}`,
    );
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    expect((await ask("GET", at)).body).toEqual(body);
  });

  it("let nobody in without the token, and tell so in the form of SCIM", async () => {
    const { body } = await directory.admin.rest("POST", "/api/v1/api-tokens", {
      name: "Other",
      scopes: ["people:write", "rest-channel"],
    });
    const other = (body as { token: string }).token;
    for (const token of [undefined, "dsk_forged", other, directory.admin.token]) {
      const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
      for (const [method, path] of [
        ["GET", "/Users"],
        ["POST", "/Users"],
        ["GET", "/ServiceProviderConfig"],
        ["DELETE", "/Groups/x"],
      ] as const) {
        const answer = await askScim(directory.desk.url, {
          method,
          path,
          headers,
          ...(method === "POST" ? { body: entraUser("nobody") } : {}),
        });
        expect(answer).toMatchObject({ status: 401, body: { schemas: [urns.error], status: "401" } });
        expect(answer.headers.get("www-authenticate")).toBe("Bearer");
      }
    }
  });

  it("are listed page by page, and with the attributes that are asked for", async () => {
    for (const name of ["p1", "p2", "p3"]) await ask("POST", "/Users", entraUser(name));
    const all = (await ask("GET", "/Users?count=200")).body;
    const seen: string[] = [];
    for (let startIndex = 1; startIndex <= all.totalResults; startIndex += 2) {
      const { body } = await ask("GET", `/Users?startIndex=${startIndex}&count=2`);
      expect(body).toMatchObject({ totalResults: all.totalResults, startIndex });
      expect(body.itemsPerPage).toBe(body.Resources.length);
      seen.push(...body.Resources.map((one: { id: string }) => one.id));
    }
    expect(seen).toEqual(all.Resources.map((one: { id: string }) => one.id));
    expect((await ask("GET", "/Users?count=0")).body).toMatchObject({
      totalResults: all.totalResults,
      Resources: [],
    });
    expect((await ask("GET", "/Users?count=-4&startIndex=-1")).body.startIndex).toBe(1);

    const [few] = (await find('userName eq "p1@acme.example"', "&attributes=userName,emails.value")).body
      .Resources;
    expect(Object.keys(few).sort()).toEqual(["emails", "id", "schemas", "userName"]);
    const [less] = (await find('userName eq "p1@acme.example"', "&excludedAttributes=emails,groups")).body
      .Resources;
    expect(less.userName).toBe("p1@acme.example");
    expect(less.emails).toBeUndefined();
    const later = new Date(Date.now() + 60_000).toISOString();
    expect((await find(`meta.lastModified gt "${later}"`)).body.totalResults).toBe(0);
    expect((await find(`meta.lastModified lt "${later}"`)).body.totalResults).toBe(all.totalResults);
  });

  it("are changed only as they were read, where the directory says so (412)", async () => {
    const made = await ask("POST", "/Users", entraUser("eta"));
    const at = `/Users/${made.body.id}`;
    const etag = made.headers.get("etag") ?? "";
    expect((await ask("GET", at, undefined, { "if-none-match": etag })).status).toBe(304);
    const rename = (displayName: string, tag: string) =>
      directory.patch(at, [{ op: "replace", path: "displayName", value: displayName }], { "if-match": tag });

    expect((await rename("One", etag)).status).toBe(200);
    const late = await rename("Two", etag);
    expect(late).toMatchObject({ status: 412, body: { schemas: [urns.error] } });
    const gone = await ask("DELETE", at, undefined, { "if-match": etag });
    expect([gone.status, directory.desk.log.filter((line) => line.includes("stack"))]).toEqual([412, []]);
    expect((await rename("Three", "*")).body.displayName).toBe("Three");
    expect((await ask("GET", at, undefined, { "if-none-match": etag })).status).toBe(200);
  });

  it("leave an entry in the record of administrative acts, without who they are", async () => {
    const newest = async () => {
      const { body } = await directory.admin.rest("GET", "/api/v1/audit");
      return (body as { items: { outcome: string }[] }).items[0];
    };
    await ask("POST", "/Users", entraUser("secretname"));
    const act = await newest();
    expect(act).toMatchObject({
      actor: { name: "Directory", role: "program" },
      method: "POST",
      path: "/scim/v2/Users",
      summary: "SCIM: take a person in",
      asked: { active: true },
      outcome: "done",
      changes: [{ type: "account", after: { name: "•••", role: "requester" } }],
    });
    expect(JSON.stringify(act)).not.toContain("secretname");
    await ask("POST", "/Users", entraUser("secretname"));
    expect(await newest()).toMatchObject({ path: "/scim/v2/Users", outcome: "scim/uniqueness" });
  });
});
