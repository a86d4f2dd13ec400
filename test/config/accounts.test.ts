import { type Accounts, createAccounts, createLogInLimits, type EndedSession } from "../../config/index.js";
import { engines, openTestStore, type TestStore } from "../support/stores.js";

const hourMs = 3_600_000;
const address = "203.0.113.9";

describe.each(engines)("accounts on %s", (engine) => {
  let store: TestStore;
  let accounts: Accounts;
  let clock = 1_790_000_000_000;
  beforeAll(async () => {
    store = await openTestStore(engine);
    accounts = open();
    const desk = await accounts.createGroup({ name: "Service Desk", takesAttendances: true });
    await accounts.createGroup({ name: "Employees", chatRequester: true });
    await accounts.createAccount({
      username: "Ana",
      name: "Ana Souza",
      role: "requester",
      locale: "pt",
      email: "ana@example.com",
      password: "right",
    });
    const bruno = { username: "bruno", name: "Bruno Lima", role: "agent" as const, password: "right" };
    await accounts.createAccount({ ...bruno, groupIds: [desk.id] });
  });
  afterAll(() => store.discard());

  function open(failures = 1000): Accounts {
    const limits = createLogInLimits({ prefix: "test:", failures, perMinute: 100_000 });
    return createAccounts({ store, now: () => clock, sessionMs: () => 2 * hourMs, limits });
  }

  async function logIn(username: string, password = "right") {
    return accounts.logIn({ username, password, address });
  }

  it("opens a session whose token tells who it is, with groups and role", async () => {
    const { token, account } = await logIn(" BRUNO ");

    const principal = await accounts.authenticate(token);

    expect(principal).toMatchObject({ accountId: account.id, name: "Bruno Lima", role: "agent" });
    expect(principal?.groupIds).toEqual(account.groupIds);
    expect(account).not.toHaveProperty("password_hash");
  });

  it("hands out a token of 256 random bits and stores only its hash (S42)", async () => {
    const { token } = await logIn("ana");
    const other = await logIn("ana");

    const rows = await store.db.selectFrom("session").selectAll().execute();

    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect(other.token).not.toBe(token);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("gives one answer to an unknown name, a wrong password, an account without one and a deactivated one (S32)", async () => {
    const left = await accounts.createAccount({
      username: "left",
      name: "L",
      role: "agent",
      password: "right",
    });
    await accounts.deactivate(left.id);
    await accounts.createAccount({ username: "foreign", name: "F", role: "agent" });
    const attempts = [logIn("nobody"), logIn("ana", "wrong"), logIn("foreign", ""), logIn("left")];

    const refusals = await Promise.all(attempts.map((attempt) => attempt.catch((error: unknown) => error)));

    const answers = refusals.map((error) =>
      JSON.stringify(error instanceof Object && "code" in error && error),
    );
    expect(new Set(answers).size).toBe(1);
    expect(refusals[0]).toMatchObject({ code: "session/wrong-credentials", status: 401 });
  });

  it("works as long for an unknown name as for a wrong password (S32)", async () => {
    // Processor time: what a busy machine does beside it does not count.
    const work = async (usernames: readonly string[]) => {
      const before = process.cpuUsage();
      for (const username of usernames) await logIn(username, "wrong").catch(() => undefined);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    await work(["ana", "nobody"]);

    const known = await work(Array.from({ length: 5 }, () => "ana"));
    const unknown = await work(Array.from({ length: 5 }, (_, round) => `nobody-${round}`));

    expect(unknown).toBeGreaterThan(known / 3);
    expect(unknown).toBeLessThan(known * 3);
  });

  it.each(["", "x", "a".repeat(100_000), "' or 1=1 --", "__proto__"])(
    "knows nobody by the token %.20j",
    async (token) => {
      expect(await accounts.authenticate(token)).toBeUndefined();
    },
  );

  it("ends a session at log-out, tells it at once, and a second log-out changes nothing (S15)", async () => {
    const { token, account } = await logIn("ana");
    const principal = await accounts.authenticate(token);
    const ended: EndedSession[] = [];
    const stop = accounts.onSessionEnded((end) => ended.push(end));

    await accounts.logOut(token);
    await accounts.logOut(token);

    stop();
    expect(await accounts.authenticate(token)).toBeUndefined();
    expect(ended).toEqual([{ sessionId: principal?.sessionId, accountId: account.id, reason: "logged-out" }]);
  });

  it("lets a deactivated person neither stay nor come back (S14)", async () => {
    const gone = await accounts.createAccount({
      username: "gone",
      name: "G",
      role: "agent",
      password: "right",
    });
    const sessions = [await logIn("gone"), await logIn("gone")];
    await accounts.authenticate(sessions[0]?.token ?? "");
    const ended: EndedSession[] = [];
    const stop = accounts.onSessionEnded((end) => ended.push(end));

    await accounts.deactivate(gone.id);

    stop();
    for (const { token } of sessions) expect(await accounts.authenticate(token)).toBeUndefined();
    expect(ended.map(({ reason }) => reason)).toEqual(["deactivated", "deactivated"]);
    await expect(logIn("gone")).rejects.toMatchObject({ code: "session/wrong-credentials" });
    await accounts.reactivate(gone.id);
    await expect(logIn("gone")).resolves.toMatchObject({ account: { id: gone.id } });
  });

  it("notices within a second that another node ended a session (S15)", async () => {
    const elsewhere = open();
    const { token } = await logIn("ana");
    const principal = await elsewhere.authenticate(token);
    await accounts.logOut(token);

    clock += 1001;

    expect(await elsewhere.authenticate(token)).toBeUndefined();
    expect(await elsewhere.endedAmong([principal?.sessionId ?? ""])).toEqual([principal?.sessionId]);
  });

  it("tells other nodes of an ended session by the bell", async () => {
    const listeners = new Map<string, ((id: string) => void)[]>();
    const bell = {
      ring: (topic: string, id: string) =>
        listeners.get(topic)?.forEach((listener) => {
          listener(id);
        }),
      on: (topic: string, listener: (id: string) => void) => {
        listeners.set(topic, [...(listeners.get(topic) ?? []), listener]);
        return () => undefined;
      },
    };
    const limits = createLogInLimits({ prefix: "test:", failures: 1000, perMinute: 1000 });
    const node = () => createAccounts({ store, now: () => clock, sessionMs: () => hourMs, limits, bell });
    const [here, there] = [node(), node()];
    const { token } = await here.logIn({ username: "ana", password: "right", address });
    await there.authenticate(token);
    const told: string[] = [];
    there.onSessionEnded(({ sessionId }) => told.push(sessionId));

    await here.logOut(token);

    expect(told).toHaveLength(1);
    expect(await there.authenticate(token)).toBeUndefined();
  });

  it("keeps a session that is used and ends one that is not", async () => {
    const used = await logIn("ana");
    const unused = await logIn("ana");
    for (let step = 0; step < 4; step += 1) {
      clock += 1.5 * hourMs;
      expect(await accounts.authenticate(used.token)).toBeDefined();
    }

    expect(await accounts.authenticate(unused.token)).toBeUndefined();
    expect(await accounts.sweep()).toBeGreaterThan(0);
    expect(await accounts.authenticate(used.token)).toBeDefined();
  });

  it("keeps the session of somebody who only writes through a socket, and tells which sockets must go", async () => {
    const [busy, idle] = [await logIn("ana"), await logIn("ana")];
    const sessionIds = [busy, idle].map(
      async ({ token }) => (await accounts.authenticate(token))?.sessionId ?? "",
    );
    const [busyId = "", idleId = ""] = await Promise.all(sessionIds);
    const unknown = "00000000-0000-7000-8000-000000000000";
    expect(await accounts.endedAmong([busyId, idleId, busyId])).toEqual([]);

    clock += 1.5 * hourMs;
    accounts.noteUse(busyId);
    expect(await accounts.endedAmong([busyId, idleId])).toEqual([]);
    clock += hourMs;

    expect(await accounts.endedAmong([busyId, idleId, unknown])).toEqual([idleId, unknown]);
    expect(await accounts.endedAmong([])).toEqual([]);
  });

  it("ends the sessions of somebody whose password is changed", async () => {
    const account = await accounts.createAccount({
      username: "carla",
      name: "C",
      role: "agent",
      password: "old",
    });
    const { token } = await logIn("carla", "old");

    await accounts.setPassword(account.id, "new");

    expect(await accounts.authenticate(token)).toBeUndefined();
    await expect(logIn("carla", "old")).rejects.toMatchObject({ code: "session/wrong-credentials" });
    await expect(logIn("carla", "new")).resolves.toBeDefined();
  });

  it("shows new groups at once", async () => {
    const { token, account } = await logIn("ana");
    await accounts.authenticate(token);
    const group = await accounts.createGroup({ name: `Group ${clock}` });

    await accounts.addMember(group.id, account.id);
    await accounts.addMember(group.id, account.id);

    expect((await accounts.authenticate(token))?.groupIds).toEqual([group.id]);
    await accounts.removeMember(group.id, account.id);
    expect((await accounts.authenticate(token))?.groupIds).toEqual([]);
  });

  it("knows somebody of a channel again, also when two messages come at once", async () => {
    const person = { channelId: "msteams", externalId: "29:1x".repeat(200), name: "Rui" };

    const made = await Promise.all(Array.from({ length: 10 }, () => accounts.ensureChannelAccount(person)));

    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(made[0]).toMatchObject({ name: "Rui", role: "requester" });
    const other = await accounts.ensureChannelAccount({ ...person, externalId: "29:2" });
    expect(other.id).not.toBe(made[0]?.id);
  });

  it("finds accounts that still have a well-known password", async () => {
    expect(await accounts.withPassword(["ana", "carla", "nobody"], "right")).toEqual(["ana"]);
  });

  it("lists active agents, and groups by what they do", async () => {
    const agents = await accounts.agents();

    expect(agents.map(({ username }) => username)).toContain("bruno");
    expect(agents.map(({ username }) => username)).not.toContain("left");
    expect((await accounts.groupsThatTakeAttendances()).map(({ name }) => name)).toEqual(["Service Desk"]);
  });
});
