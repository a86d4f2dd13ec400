import type { ErrorBody } from "../../contract/index.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { DeskClient, Talk } from "../support/desk-client.js";
import { guestsOn, saveWidget } from "../support/widget-settings.js";

interface LoggedIn {
  readonly token: string;
  readonly user: { readonly id: string; readonly guest?: boolean; readonly groupIds: readonly string[] };
}

describe("guests (S2-X1)", () => {
  let desk: RunningDesk;
  let admin: DeskClient;
  const guests: DeskClient[] = [];
  beforeAll(async () => {
    desk = await startDesk({ TRUST_PROXY: "1" });
    admin = await desk.connect("admin");
  });
  afterAll(async () => {
    for (const guest of guests) guest.close();
    await desk.stop();
  });

  const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(desk.url + path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  const enter = (address = "198.51.100.7") =>
    post("/api/v1/session/guest", { locale: "en" }, { "x-forwarded-for": address });
  const guest = async (): Promise<DeskClient> => {
    const { token } = (await enter()).body as LoggedIn;
    const client = await DeskClient.connectWith(desk.url, token);
    guests.push(client);
    return client;
  };
  const codeOf = (body: unknown) => (body as { error: ErrorBody }).error.code;

  it("S2-X1 are not admitted before an admin says so, with an account and a secret word", async () => {
    expect(await enter()).toMatchObject({ status: 422, body: { error: { code: "guest/off" } } });

    for (const guest of [
      { enabled: true, keyword: "visitor" },
      { ...guestsOn, keyword: " " },
    ]) {
      expect((await saveWidget(admin, { guest })).status).toBe(400);
    }
    const asAgent = { ...guestsOn, accountId: "01999d00-0000-7000-8000-000000000103" };
    expect(await saveWidget(admin, { guest: asAgent })).toMatchObject({
      status: 422,
      body: { error: { code: "widget/refused" } },
    });
    expect((await saveWidget(admin, { guest: guestsOn })).status).toBe(200);
    const { body, headers } = await enter();
    expect(body).toMatchObject({ user: { role: "requester", guest: true } });
    // A cookie would make the desk's own pages take the guest for somebody.
    expect(headers.get("set-cookie")).toBeNull();
    expect(JSON.stringify(await (await fetch(`${desk.url}/api/v1/widget`)).json())).not.toContain("visitor");
  });

  it("S2-X1 have the groups of the guest account, also when these change", async () => {
    await saveWidget(admin, { guest: guestsOn });
    const client = await guest();
    const groupsNow = async () =>
      ((await client.rest("GET", "/api/v1/session")).body as { user: LoggedIn["user"] }).user.groupIds;
    const employees = "01999d00-0000-7000-8000-000000000204";
    expect(await groupsNow()).toEqual([employees]);
    expect((await client.rest("GET", "/api/v1/catalog")).body).not.toEqual({ items: [] });

    await desk.app.domains.accounts.removeMember(employees, guestsOn.accountId);
    const without = await groupsNow();
    await desk.app.domains.accounts.addMember(employees, guestsOn.accountId);

    expect(without).toEqual([]);
  });

  it("S2-X1 talk with the assistant alone: no door is shown, and crafted requests are refused", async () => {
    await saveWidget(admin, { guest: guestsOn });
    const client = await guest();
    const talk = await Talk.begin(client);

    const lost = await talk.say("my flux capacitor hums in B flat");
    const asked = await talk.say("I want to talk to a person");
    const crafted = await talk.say("", { kind: "talk-to-attendant" });
    const resumed = await talk.say("", { kind: "resume-attendance", ticketNumber: "1" });

    const kinds = [lost, asked, crafted, resumed].flatMap(({ actions = [] }) =>
      actions.map((a) => a.value.kind),
    );
    expect(kinds).not.toContain("talk-to-attendant");
    expect(kinds).not.toContain("resume-attendance");
    expect(crafted.text).toMatch(/log in/);
    for (const [name, payload] of [
      ["attendance:accept", { attendanceId: talk.id, requestId: "r" }],
      ["attendance:cancel", { attendanceId: talk.id }],
      ["presence:set", { status: "available" }],
    ] as const) {
      expect(await client.ask(name, payload)).toMatchObject({ ok: false, error: { code: "guest/refused" } });
    }
    for (const [method, path, body] of [
      ["POST", "/api/v1/tickets", { description: "let me in", direct: true }],
      ["GET", "/api/v1/tickets", undefined],
      ["GET", "/api/v1/accounts", undefined],
    ] as const) {
      const answer = await client.rest(method, path, body);
      expect([path, answer.status, codeOf(answer.body)]).toEqual([path, 403, "guest/refused"]);
    }
    const { owner } = (await client.get("conversation:open", {})).conversation;
    expect(owner.kind).toBe("assistant");
  });

  it("S2-X1 reach people where an admin allows it apart", async () => {
    await saveWidget(admin, { guest: { ...guestsOn, reachesPeople: true } });
    const talk = await Talk.begin(await guest());

    const attendance = await talk.askForPerson();

    expect(attendance.status).toBe("pending");
    await talk.client.get("attendance:cancel", { attendanceId: attendance.id });
    await saveWidget(admin, { guest: guestsOn });
  });

  it("cannot see each other's talk, nor a requester the guests' (S10, S41)", async () => {
    await saveWidget(admin, { guest: guestsOn });
    const [one, other, rui] = [await guest(), await guest(), await desk.connect("rui")];
    const mine = await Talk.begin(one);
    await mine.say("the canary sings");
    const theirs = await Talk.begin(other);

    expect(theirs.id).not.toBe(mine.id);
    // rui is the very account that guests stand in for.
    for (const client of [other, rui]) {
      for (const ask of [
        client.ask("conversation:open", { conversationId: mine.id }),
        client.ask("conversation:sync", { conversationId: mine.id, afterSeq: 0 }),
        client.ask("message:send", { conversationId: mine.id, clientMessageId: "x", text: "hi" }),
        client.ask("conversation:close", { conversationId: mine.id }),
      ]) {
        expect(await ask).toMatchObject({ ok: false, error: { code: "conversation/not-found" } });
      }
    }
    expect(JSON.stringify([other.heard, rui.heard])).not.toContain("canary");
  });

  it("begin with the admin's welcome and initial action (S2-X1)", async () => {
    const activity = (
      await desk.app.domains.catalog.available({ groupIds: ["01999d00-0000-7000-8000-000000000204"] }, "pt")
    )[0]?.services[0]?.activities[0];
    await saveWidget(admin, {
      welcome: { en: "Welcome, colleague" },
      guest: {
        ...guestsOn,
        welcome: { en: "Welcome, stranger" },
        initialAction: { kind: "open-activity", activityId: activity?.id ?? "" },
      },
    });

    const client = await guest();
    const { conversation } = await client.get("conversation:open", { locale: "en" });
    await client.hear("message:posted", ({ message }) => message.seq === 3);
    const { messages } = await client.get("conversation:sync", {
      conversationId: conversation.id,
      afterSeq: 0,
    });
    // Opening again, in another tab, asks for nothing twice.
    const again = await client.get("conversation:open", { locale: "en" });

    expect(messages[0]?.text).toBe("Welcome, stranger");
    expect(messages[1]).toMatchObject({ text: "", sender: { kind: "requester" } });
    expect(messages[2]?.actions?.map(({ value }) => value)).toContainEqual({
      kind: "new-ticket",
      activityId: activity?.id,
    });
    expect(again.lastSeq).toBe(3);
  });

  it("lose their sessions when the word changes or guest mode ends (S15, S2-X1)", async () => {
    await saveWidget(admin, { guest: guestsOn });
    const [first, second] = [await guest(), await guest()];

    await saveWidget(admin, { guest: { ...guestsOn, keyword: "another" } });
    await first.hear("session:ended");
    expect((await first.rest("GET", "/api/v1/session")).status).toBe(401);

    const third = await guest();
    await saveWidget(admin, { guest: { enabled: false } });
    await third.hear("session:ended");
    expect((await third.rest("GET", "/api/v1/session")).status).toBe(401);
    expect((await second.rest("GET", "/api/v1/session")).status).toBe(401);
    await saveWidget(admin, { guest: guestsOn });
  });

  it("take their talk along once, and only whoever holds the guest's session", async () => {
    await saveWidget(admin, { guest: guestsOn });
    const visitor = await guest();
    const talk = await Talk.begin(visitor);
    await talk.say("how do I reset my password?");
    const [ana, rui] = [await desk.connect("ana"), await desk.connect("rui")];
    const claim = (client: DeskClient, guestToken: string) =>
      client.rest("POST", "/api/v1/conversations/claim", { guestToken });

    for (const token of ["x", rui.token, talk.id]) {
      expect(await claim(ana, token)).toMatchObject({ status: 409 });
    }
    expect((await claim(visitor, visitor.token)).status).toBe(403);
    const claims = await Promise.all([1, 2, 3, 4].map((at) => claim(at % 2 ? ana : rui, visitor.token)));

    expect(claims.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const winner = claims.findIndex(({ status }) => status === 200) % 2 ? rui : ana;
    const { conversation } = await winner.get("conversation:open", {});
    expect(conversation.id).toBe(talk.id);
    const { messages } = await winner.get("conversation:sync", { conversationId: talk.id, afterSeq: 0 });
    expect(messages[1]).toMatchObject({ text: "how do I reset my password?" });
    expect(messages[1]?.sender.id).toBe(conversation.requester.id);
    expect((await visitor.rest("GET", "/api/v1/session")).status).toBe(401);
  });

  it("are few per address, whatever headers say (S31)", async () => {
    const statuses: number[] = [];
    for (let at = 0; at < 45; at++) {
      // The proxy in front writes the last address; what stands before it anybody may have written.
      statuses.push((await enter(`203.0.113.${at}, 198.51.100.99`)).status);
    }

    expect(statuses.slice(0, 40).every((status) => status === 200)).toBe(true);
    expect(statuses.slice(40)).toEqual([429, 429, 429, 429, 429]);
  });
});
