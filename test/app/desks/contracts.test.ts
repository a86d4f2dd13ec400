import { connectDesk } from "../../../app/desks/connect.js";
import { settle } from "../../../app/desks/settle.js";
import type { NewDeskTicket, OtherTicketDesk } from "../../../app/desks/ticket-desk.js";
import { createCall } from "../../../app/outgoing/index.js";
import { glpiRobotId, openFakeGlpi, techId } from "../../support/desks/fake-glpi.js";
import type { FakeServer } from "../../support/desks/fake-server.js";
import { chrisId, openFakeZammad } from "../../support/desks/fake-zammad.js";

let at = Date.UTC(2026, 10, 22, 12);
const now = () => at;

interface Bench {
  readonly server: FakeServer;
  readonly wish: NewDeskTicket;
  connect(login?: { readonly token: string; readonly appToken?: string }): OtherTicketDesk;
  /** What people there do. */
  write(id: string, text: string, isInternal?: boolean): void;
  change(id: string, state: string): void;
  assign(id: string): void;
  /** The addresses of who asked for the tickets there are. */
  customers(): string[];
  readonly closed: string;
}

const call = createCall({ mayBePrivate: true, timeoutMs: 2000, answerBytesMost: 1_000_000 });
const requester = { name: "Ana Souza", email: "Ana@example.com" };
const wish = {
  ...{ reference: "DH-ab12cd-1001", title: "New laptop", text: "Mine is <old> & slow.\nPlease.", requester },
  ...{ kind: "request" as const },
};

async function openZammad(): Promise<Bench> {
  const server = await openFakeZammad(now);
  return {
    server,
    wish: { ...wish, state: "new", priority: "2 normal", place: "Users" },
    connect: (login = { token: server.token }) =>
      connectDesk(
        { kind: "zammad", url: server.url, login_json: JSON.stringify(login) },
        { call, now, signal: new AbortController().signal },
      ),
    write: (id, text, internal = false) => void server.write(Number(id), chrisId, { body: text, internal }),
    change: (id, state) => server.change(Number(id), { state }),
    assign: (id) => server.change(Number(id), { owner_id: chrisId }),
    customers: () =>
      server.tickets.map(({ customer_id }) => server.users.find(({ id }) => id === customer_id)?.email ?? ""),
    closed: "closed",
  };
}

async function openGlpi(): Promise<Bench> {
  const server = await openFakeGlpi(now);
  return {
    server,
    wish: { ...wish, state: "1", priority: "3", place: "3" },
    connect: (login = { token: server.userToken, appToken: server.appToken }) =>
      connectDesk(
        { kind: "glpi", url: server.url, login_json: JSON.stringify(login) },
        { call, now, signal: new AbortController().signal },
      ),
    write: (id, text, isPrivate) =>
      void server.write(Number(id), techId, `&#60;p&#62;${text}&#60;/p&#62;`, isPrivate),
    change: (id, status) => server.change(Number(id), { status: Number(status) }),
    assign: (id) => server.assign(Number(id), techId),
    customers: () =>
      server.items.Ticket_User.map(({ users_id }) =>
        String(server.items.User.find(({ id }) => id === users_id)?.email).toLowerCase(),
      ),
    closed: "6",
  };
}

describe.each([
  ["Zammad", openZammad],
  ["GLPI", openGlpi],
])("the contract with %s (issue 8)", (kind, open) => {
  let bench: Bench;
  let desk: OtherTicketDesk;
  beforeEach(async () => {
    at = Date.UTC(2026, 10, 22, 12);
    bench = await open();
    desk = bench.connect();
  });
  afterEach(async () => {
    await desk.close();
    await bench.server.close();
  });

  it("logs in and reads what can be chosen", async () => {
    const offer = await desk.check();

    expect(offer.account).toBe("Deskhand");
    expect(offer.states.length).toBeGreaterThan(4);
    expect(offer.priorities.length).toBeGreaterThan(2);
    expect(offer.places).toContainEqual(
      kind === "GLPI"
        ? { value: "3", label: "Hardware > Laptops" }
        : { value: "2nd Level", label: "2nd Level" },
    );
  });

  it("opens a ticket that it finds again by its reference, and no other", async () => {
    expect(await desk.find(bench.wish.reference)).toBeUndefined();
    const opened = await desk.open(bench.wish);
    await desk.open({ ...bench.wish, reference: "DH-ab12cd-10012" });

    expect(await desk.find(bench.wish.reference)).toEqual(opened);
    expect(opened.url).toContain(bench.server.url);
    expect(await desk.read(opened.id)).toMatchObject({
      ...{ id: opened.id, number: opened.number, state: bench.wish.state, priority: bench.wish.priority },
      assignee: undefined,
    });
  });

  it("makes one customer of a requester, and takes its own account for who has no address", async () => {
    await desk.open(bench.wish);
    await desk.open({ ...bench.wish, reference: "DH-ab12cd-2" });
    await desk.open({
      ...bench.wish,
      reference: "DH-ab12cd-3",
      requester: { name: "Guest", email: undefined },
    });

    expect(bench.customers()).toEqual(["ana@example.com", "ana@example.com", "deskhand@example.com"]);
  });

  it("reads what people there wrote and did, and knows its own words from theirs", async () => {
    const { id } = await desk.open(bench.wish);
    const own = await desk.comment(id, {
      text: "Ana: 1 < 2\nand so",
      isInternal: false,
      author: "Ana",
      isRequesters: true,
    });
    at += 1000;
    bench.write(id, "It is ready.");
    at += 1000;
    bench.write(id, "Cheap", true);
    bench.change(id, bench.closed);
    bench.assign(id);

    const { comments, state, assignee } = await desk.read(id);

    expect(state).toBe(bench.closed);
    expect(assignee).toBe(kind === "GLPI" ? "Marie Dupont" : "Christopher Miller");
    expect(comments.find((one) => one.id === own)).toMatchObject({ isOwn: true, text: "Ana: 1 < 2\nand so" });
    expect(
      comments
        .filter(({ isOwn }) => !isOwn)
        .map(({ text, isInternal, author }) => [text, isInternal, author]),
    ).toEqual([
      ["It is ready.", false, assignee],
      ["Cheap", true, assignee],
    ]);
  });

  it("changes what is asked for and nothing else", async () => {
    const { id } = await desk.open(bench.wish);
    await desk.change(id, { priority: kind === "GLPI" ? "5" : "3 high" });
    const { state } = await desk.read(id);
    await desk.change(id, { state: bench.closed });

    expect(state).toBe(bench.wish.state);
    expect(await desk.read(id)).toMatchObject({
      state: bench.closed,
      priority: kind === "GLPI" ? "5" : "3 high",
    });
  });

  it("attaches a file and finds it again", async () => {
    const { id } = await desk.open(bench.wish);
    const file = { name: "screen shot.png", type: "image/png", caption: "screen shot.png (DH-1)" };
    expect(await desk.findAttached(id, file)).toBeUndefined();

    const attached = await desk.attach(id, { ...file, bytes: Buffer.from([137, 80, 0, 255]) });

    expect(await desk.findAttached(id, file)).toBe(attached);
  });

  it("tells what changed since the last look, whatever its clock says", async () => {
    const first = await desk.open(bench.wish);
    at += 3_600_000;
    const { lookedTo } = await desk.news(undefined);
    at += 3_600_000;
    const second = await desk.open({ ...bench.wish, reference: "DH-ab12cd-2" });

    const news = await desk.news(lookedTo);
    const again = await desk.news(news.lookedTo);
    at += 60_000;
    bench.change(first.id, bench.closed);

    expect(news.changed.map(({ id }) => id)).toContain(second.id);
    expect(again.lookedTo).toBe(news.lookedTo);
    expect((await desk.news(again.lookedTo)).changed.map(({ id }) => id)).toContain(first.id);
  });

  it.each([
    ["a wrong token", { token: "wrong", appToken: "app-token" }],
    ["a wrong application token", { token: "user-token", appToken: "wrong" }],
  ])("takes %s for being shut out, not for a wrong ticket", async (_what, login) => {
    await expect(bench.connect(login).open(bench.wish)).rejects.toMatchObject({
      kind: "away",
      isUnsure: false,
    });
  });

  it.each([
    ["an unknown place", { place: kind === "GLPI" ? "999" : "Nobody" }],
    ["an unknown state", { state: "9" }],
  ])("refuses %s for good", async (_what, wrong) => {
    await expect(desk.open({ ...bench.wish, ...wrong })).rejects.toMatchObject({
      kind: "refused",
      isUnsure: false,
    });
  });

  it("knows a ticket that is gone", async () => {
    await expect(desk.read("4711")).rejects.toMatchObject({ kind: "gone" });
    await expect(desk.change("4711", { state: bench.closed })).rejects.toMatchObject({ kind: "gone" });
  });

  it.each([
    [429, "away", false],
    [500, "failed", true],
    [502, "away", true],
    [403, "refused", false],
    [302, "away", false],
  ] as const)("takes status %i for %s", async (status, as, isUnsure) => {
    await desk.check();
    bench.server.fault = ({ method }) =>
      method === "POST"
        ? {
            status,
            json: { error: "Not authorized" },
            headers: { Location: "http://127.0.0.1:1/", "Retry-After": "7" },
          }
        : undefined;

    await expect(desk.open(bench.wish)).rejects.toMatchObject({
      ...{ kind: as, isUnsure },
      afterMs: status === 429 ? 7000 : undefined,
    });
  });

  it.each([
    ["no answer", "silent", true],
    ["half an answer", "cut", true],
    ["an answer that is no JSON", { status: 201, json: "ok" }, true],
  ] as const)("does not know what became of a ticket after %s", async (_what, fault, isUnsure) => {
    await desk.check();
    bench.server.fault = ({ method }) => (method === "POST" ? fault : undefined);

    await expect(desk.open(bench.wish)).rejects.toMatchObject({ isUnsure });
  });

  it("takes no more of an answer than it can use", async () => {
    bench.server.fault = () => ({ status: 200, json: "x".repeat(2_000_000) });

    await expect(desk.check()).rejects.toMatchObject({ kind: "away", message: "The answer is too long." });
  });
});

describe("GLPI alone (issue 8)", () => {
  it("names a requester by address where it may make no accounts, and reads solutions as words to the requester", async () => {
    at = Date.UTC(2026, 10, 22, 12);
    const server = await openFakeGlpi(now);
    server.forbidden.add("User");
    const login = { token: server.userToken, appToken: server.appToken };
    const desk = connectDesk(
      { kind: "glpi", url: `${server.url}/apirest.php/`, login_json: JSON.stringify(login) },
      { call, now, signal: new AbortController().signal },
    );
    const { id } = await desk.open({ ...wish, state: "1", priority: "3", place: "" });
    server.solve(Number(id), techId, "<p>Replaced.</p>");

    expect(server.items.Ticket[0]).toMatchObject({
      _users_id_requester_notif: { use_notification: 1, alternative_email: "Ana@example.com" },
    });
    expect((await desk.read(id)).comments).toEqual([
      expect.objectContaining({ text: "Replaced.", isInternal: false, author: "Marie Dupont" }),
    ]);
    await desk.close();
    expect(server.asked.at(-1)?.path).toBe("/apirest.php/killSession");
    expect(glpiRobotId).not.toBe(techId);
    await server.close();
  });
});

describe("who wins (issue 8)", () => {
  const out: Record<string, string> = { open: "new", working: "open", sent: "open", done: "closed" };
  const back: Record<string, string | undefined> = { new: "open", open: "working", closed: "done" };
  const field = (
    here: string,
    hereBefore: string | undefined,
    there: string,
    thereBefore: string | undefined,
  ) =>
    settle({
      here,
      hereBefore,
      there,
      thereBefore,
      toThere: (it) => out[it] ?? "",
      toHere: (it) => back[it],
    });

  it.each([
    ["nobody changed it", field("open", "open", "new", "new"), {}],
    ["here alone", field("done", "open", "new", "new"), { send: "closed" }],
    ["there alone", field("open", "open", "closed", "new"), { take: "done" }],
    ["both, the same", field("done", "open", "closed", "new"), {}],
    ["both, differently: there wins", field("done", "open", "open", "new"), { take: "working" }],
    ["several words here, one there", field("sent", "sent", "open", "open"), {}],
    ["to a word that says nothing here", field("open", "open", "odd", "new"), {}],
    ["to such a word, and here too", field("done", "open", "odd", "new"), { send: "closed" }],
    ["first comparison", field("open", undefined, "new", undefined), {}],
  ])("settles what changed: %s", (_what, outcome, expected) => {
    expect(outcome).toEqual(expected);
  });
});
