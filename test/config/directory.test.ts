import {
  type Accounts,
  createAccounts,
  createDirectory,
  createLogInLimits,
  createRotas,
  type Directory,
} from "../../config/index.js";
import { groupRoutingSchema, weekdays } from "../../contract/index.js";
import { newId, readChanges, toJson } from "../../store/index.js";
import { engines, openTestStore, type TestStore } from "../support/stores.js";

describe.each(engines)("the directory of people and groups on %s", (engine) => {
  let store: TestStore;
  let accounts: Accounts;
  let directory: Directory;
  let groupsChanged = 0;
  const ruledBy = new Map<string, number>();
  let adminId: string;
  let groupId: string;
  beforeAll(async () => {
    store = await openTestStore(engine);
    const now = () => 1_000_000;
    const limits = createLogInLimits({ prefix: "test:", failures: 10, perMinute: 100 });
    accounts = createAccounts({ store, now, sessionMs: () => 60_000, limits });
    directory = createDirectory({
      store,
      now,
      accounts,
      groupsChanged: () => {
        groupsChanged += 1;
      },
      usesElsewhere: async (_db, id) => [{ by: "agreement rules", count: ruledBy.get(id) ?? 0 }],
    });
    adminId = (await accounts.createAccount({ username: "root", name: "Root", role: "admin" })).id;
    groupId = (await directory.createGroup(groupForm("Employees"), adminId)).id;
  });
  afterAll(() => store.discard());

  const groupForm = (name: string) => ({ name, chatRequester: true, takesAttendances: false });
  const newPerson = (username: string) => ({
    username,
    name: `Person ${username}`,
    role: "agent" as const,
    capacity: 4,
    groupIds: [groupId],
    password: "correct horse",
  });
  const logIn = (username: string, password: string) =>
    accounts.logIn({ username, password, address: "::1" });

  it("makes an account that can log in, in its groups, and records who made it (S0-24)", async () => {
    const made = await directory.createPerson(newPerson("Ana"), adminId);

    expect(made).toMatchObject({
      username: "ana",
      capacity: 4,
      active: true,
      hasPassword: true,
      groupIds: [groupId],
    });
    const { token } = await logIn("ana", "correct horse");
    expect(await accounts.authenticate(token)).toMatchObject({ role: "agent", groupIds: [groupId] });
    const [line] = await readChanges(store.db, { objectId: made.id, limit: 5 });
    expect(line).toMatchObject({ action: "created", changedBy: "Root", after: { username: "Ana" } });
    expect(JSON.stringify(line)).not.toContain("horse");
  });

  it("refuses a user name that is taken and a group that is not there, and makes nothing", async () => {
    await directory.createPerson(newPerson("bea"), adminId);

    await expect(directory.createPerson(newPerson("BEA"), adminId)).rejects.toMatchObject({
      code: "account/refused",
    });
    const lost = { ...newPerson("carl"), groupIds: [newId()] };
    await expect(directory.createPerson(lost, adminId)).rejects.toMatchObject({ code: "account/refused" });

    expect(await accounts.accountByUsername("carl")).toBeUndefined();
  });

  it("ends the sessions of somebody who is deactivated, whose role or whose password changes", async () => {
    const { id } = await directory.createPerson(newPerson("dan"), adminId);
    const form = { name: "Dan", role: "agent" as const, capacity: 2, groupIds: [], active: true };
    const begin = async () => (await accounts.beginSession(id)).token;

    const tokens = [await begin()];
    await directory.updatePerson(id, { ...form, role: "supervisor" }, adminId);
    tokens.push(await begin());
    await directory.setPassword(id, "another one", adminId);
    const kept = await begin();
    await directory.updatePerson(id, { ...form, role: "supervisor", capacity: 5 }, adminId);
    expect(await accounts.authenticate(kept)).toMatchObject({ role: "supervisor", groupIds: [] });
    await directory.updatePerson(id, { ...form, role: "supervisor", active: false }, adminId);

    for (const token of [...tokens, kept]) expect(await accounts.authenticate(token)).toBeUndefined();
    await expect(logIn("dan", "another one")).rejects.toMatchObject({ code: "session/wrong-credentials" });
    const lines = await readChanges(store.db, { objectId: id, limit: 10 });
    expect(lines.map(({ after }) => Object.keys(after))).toContainEqual(["password"]);
    expect(lines.map(({ after }) => after)).toContainEqual(expect.objectContaining({ active: false }));
    expect(JSON.stringify(lines)).not.toContain("another");
  });

  it("keeps one active admin, and nobody deactivates their own account", async () => {
    const form = { name: "Root", role: "admin" as const, capacity: 3, groupIds: [], active: true };

    await expect(directory.updatePerson(adminId, { ...form, role: "agent" }, newId())).rejects.toMatchObject({
      code: "account/refused",
    });
    await expect(directory.updatePerson(adminId, { ...form, active: false }, adminId)).rejects.toMatchObject({
      code: "account/refused",
    });

    expect(await accounts.accountById(adminId)).toMatchObject({ role: "admin" });
  });

  it("lists people by user name, page by page, and finds them by name without wildcards", async () => {
    for (const name of ["zoe", "zac", "z_x"]) await directory.createPerson(newPerson(name), adminId);

    const first = await directory.people({ q: "Z", limit: 2 });
    const rest = await directory.people({ q: "Z", limit: 2, after: first.next });

    expect([...first.items, ...rest.items].map(({ username }) => username).sort()).toEqual([
      "z_x",
      "zac",
      "zoe",
    ]);
    expect(rest.next).toBeUndefined();
    expect((await directory.people({ q: "z_", limit: 9 })).items.map(({ username }) => username)).toEqual([
      "z_x",
    ]);
    expect((await directory.people({ groupId: newId(), limit: 9 })).items).toEqual([]);
  });

  it("changes a group, tells the catalog, and keeps one that is used (S0-6)", async () => {
    const told = groupsChanged;
    const group = await directory.createGroup(groupForm("Guests"), adminId);

    await directory.updateGroup(group.id, { ...groupForm("Visitors"), chatRequester: false }, adminId);
    await expect(directory.createGroup(groupForm("Visitors"), adminId)).rejects.toMatchObject({
      code: "group/refused",
    });

    expect(groupsChanged).toBe(told + 2);
    expect(await directory.groups()).toContainEqual({
      id: group.id,
      name: "Visitors",
      chatRequester: false,
      takesAttendances: false,
      members: 0,
    });
    await expect(directory.removeGroup(groupId, adminId)).rejects.toMatchObject({
      code: "group/in-use",
      details: { uses: [expect.objectContaining({ by: "members" })] },
    });
    await directory.removeGroup(group.id, adminId);
    expect((await directory.groups()).map(({ name }) => name)).not.toContain("Visitors");
  });

  it("keeps a group that overflow or rules name, and takes its rota with it (S3-12)", async () => {
    const [first, second] = [
      await directory.createGroup(groupForm("First line"), adminId),
      await directory.createGroup(groupForm("Second line"), adminId),
    ];
    const overflow = { groupId: second.id, afterSeconds: 60 };
    await store.db
      .updateTable("assignment_group")
      .set({ routing_json: toJson(groupRoutingSchema.parse({ overflow })) })
      .where("id", "=", first.id)
      .execute();
    ruledBy.set(second.id, 2);
    const everyDay = { weekdays: [...weekdays], from: "00:00", to: "00:00", timeZone: "UTC" };
    await createRotas({ store, now: () => 1 }).set(
      second.id,
      { shifts: [{ ...everyDay, primary: adminId, backups: [] }] },
      adminId,
    );

    await expect(directory.removeGroup(second.id, adminId)).rejects.toMatchObject({
      code: "group/in-use",
      details: {
        uses: [
          { by: "overflowing groups", count: 1 },
          { by: "agreement rules", count: 2 },
        ],
      },
    });
    await store.db.updateTable("assignment_group").set({ routing_json: null }).execute();
    ruledBy.clear();
    await directory.removeGroup(second.id, adminId);

    expect((await directory.groups()).map(({ id }) => id)).not.toContain(second.id);
  });
});
