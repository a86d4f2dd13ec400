import { createHooks } from "../../../app/hooks.js";
import { createRecordHooks } from "../../../app/records/index.js";
import type { Principal } from "../../../contract/index.js";
import { newId } from "../../../store/index.js";
import { createInteractions, type Interactions } from "../../../tickets/index.js";
import { createNode, type Node, openTestDesk, type TestDesk } from "../../handoff/test-desk.js";
import { engines } from "../../support/stores.js";
import { openDesk, type TestDesk as TicketDesk } from "../../tickets/desk.js";

/** Both halves of an acceptance, the queue's and the records', as `app/domains.ts` joins them, on two nodes. */
describe.each(engines)("what an acceptance opens, on %s", (engine) => {
  let desk: TestDesk;
  let portfolio: TicketDesk;
  let nodes: [Node, Node];
  let interactions: Interactions;
  let agents: Principal[];
  let admin: Principal;
  beforeAll(async () => {
    desk = await openTestDesk(engine);
    const { store, clock, groups } = desk;
    portfolio = await openDesk(store);
    interactions = createInteractions({ store, now: () => clock.now });
    const hooks = createHooks(
      portfolio.tickets,
      createRecordHooks({ tickets: portfolio.tickets, interactions }),
    );
    nodes = [createNode(store, clock, { hooks }), createNode(store, clock, { hooks })];
    agents = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        desk.addPerson(`Agent ${at}`, { role: "agent", groupIds: [groups.desk], capacity: 50 }),
      ),
    );
    admin = await desk.addPerson("Admin", { role: "admin" });
  });
  afterAll(async () => {
    await Promise.all(nodes.map(({ handoff }) => handoff.settled()));
    await desk.discard();
    expect(nodes.flatMap(({ failures }) => failures)).toEqual([]);
  });

  const agent = (at: number): Principal => {
    const found = agents[at];
    if (found === undefined) throw new Error(`There is no agent ${at}.`);
    return found;
  };
  /** A requester with a ticket who waits, asked for on one of the nodes. */
  async function wait(previous?: { requester: Principal; ticketNumber: string }) {
    const talk = await desk.talk();
    const requester = previous?.requester ?? talk.requester;
    const ticket = await portfolio.tickets.open({
      person: { ...requester, groupIds: [portfolio.groups.employees] },
      activityId: portfolio.ids.request,
      description: "A new laptop",
      causeId: newId(),
      locale: "en",
      ...(previous === undefined ? {} : { previousTicket: previous.ticketNumber }),
    });
    const conversation =
      previous === undefined
        ? talk.conversationId
        : (
            await nodes[0].conversations.open({
              requesterId: requester.accountId,
              channel: "web",
              locale: "en",
            })
          ).id;
    const outcome = await nodes[0].handoff.request({
      requester,
      conversationId: conversation,
      ticketId: ticket.id,
      groupIds: [desk.groups.desk],
      question: "My screen is black",
      language: "en",
      context: {
        reason: "fallback",
        question: "My screen is black",
        language: "en",
        candidates: [],
        articles: [],
        fields: [],
      },
      causeId: newId(),
    });
    if (outcome.status !== "requested") throw new Error(`The request was ${outcome.status}.`);
    return { requester, ticketNumber: ticket.number, attendanceId: outcome.attendance.row.id };
  }
  const accept = (attendanceId: string, by: Principal, node: Node = nodes[0]) =>
    node.handoff.accept({ agent: by, attendanceId, requestId: newId() });
  const relatedTo = async (attendanceId: string) =>
    (await interactions.chatRequest(admin, attendanceId, "en")).related;

  it("is one interaction of the one who wins, though twelve accept on two nodes at once (S1-10, S1-11)", async () => {
    const { attendanceId, requester } = await wait();

    const outcomes = await Promise.all(
      agents.map((one, at) => accept(attendanceId, one, nodes[at % 2 === 0 ? 0 : 1])),
    );

    const winner = agents.find((_, at) => outcomes[at]?.status === "accepted");
    expect(outcomes.filter(({ status }) => status === "accepted")).toHaveLength(1);
    expect(await relatedTo(attendanceId)).toMatchObject([
      {
        relation: "opened",
        state: "in-progress",
        contact: { id: requester.accountId },
        assignee: { id: winner?.accountId },
        title: "New laptop: My screen is black",
      },
    ]);
  });

  it("gives as many accepted at once as many numbers, each once (S1-11)", async () => {
    const waiting = await Promise.all(Array.from({ length: 12 }, () => wait()));

    await Promise.all(
      waiting.map(({ attendanceId }, at) => accept(attendanceId, agent(at), nodes[at % 2 === 0 ? 0 : 1])),
    );

    const opened = await Promise.all(waiting.map(({ attendanceId }) => relatedTo(attendanceId)));
    const numbers = opened.map(([one]) => Number(one?.number.slice(1))).sort((a, b) => a - b);
    expect(opened.every(({ length }) => length === 1)).toBe(true);
    expect(numbers.map((number) => number - (numbers[0] ?? 0))).toEqual(numbers.map((_, at) => at));
  });

  it("saves one of two who write at once; the other is told what is there, and nothing is mixed (S1-12)", async () => {
    const { attendanceId } = await wait();
    await accept(attendanceId, agent(0));
    const [opened] = await relatedTo(attendanceId);
    const number = opened?.number ?? "";
    const forms = [
      { version: 1, title: "From the first", solution: "First" },
      { version: 1, title: "From the second", solution: "Second" },
    ];

    const results = await Promise.allSettled(
      forms.map((form, at) => interactions.edit(agent(at), number, form, "en")),
    );

    const present = await interactions.byNumber(admin, number, "en");
    const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect(refused).toMatchObject([
      { code: "interaction/changed", details: { present: { version: 2, title: present.title } } },
    ]);
    expect(present).toMatchObject({ version: 2 });
    expect([`${present.title}|${present.solution}`]).toEqual([
      results[0]?.status === "fulfilled" ? "From the first|First" : "From the second|Second",
    ]);
    const changes = await desk.store.db
      .selectFrom("change_log")
      .select("id")
      .where("object_type", "=", "interaction")
      .where("object_id", "=", opened?.id ?? "")
      .execute();
    expect(changes).toHaveLength(1);
  });

  it("relates the previous one while somebody edits it, and keeps both (S1-14, S1-12)", async () => {
    const first = await wait();
    await accept(first.attendanceId, agent(1));
    const [former] = await relatedTo(first.attendanceId);
    await nodes[0].handoff.end({ attendanceId: first.attendanceId, actor: agent(1) });
    const again = await wait(first);

    const [accepted, edited] = await Promise.all([
      accept(again.attendanceId, agent(2), nodes[1]),
      interactions.edit(agent(1), former?.number ?? "", { version: 1, solution: "New cable" }, "en"),
    ]);

    expect([accepted.status, edited.solution]).toEqual(["accepted", "New cable"]);
    expect(await relatedTo(again.attendanceId)).toMatchObject([
      { number: former?.number, relation: "related", solution: "New cable", version: 2 },
    ]);
    const { related } = await interactions.byNumber(admin, former?.number ?? "", "en");
    expect(related.map(({ id, relation }) => [id, relation])).toEqual([
      [first.attendanceId, "opened"],
      [again.attendanceId, "related"],
    ]);
  });

  it("is one further interaction, however often one wish comes at once (S1-35)", async () => {
    const { attendanceId } = await wait();
    await accept(attendanceId, agent(3));
    const wish = { attendanceId, requestId: "the same" };

    const added = await Promise.all([1, 2, 3, 4].map(() => interactions.add(agent(3), wish, "en")));

    expect(new Set(added.map(({ number }) => number)).size).toBe(1);
    expect((await relatedTo(attendanceId)).map(({ relation }) => relation)).toEqual(["opened", "additional"]);
  });

  it("is nothing when the acceptance is refused: a finished ticket leaves no trace (S0-25)", async () => {
    const { attendanceId, ticketNumber } = await wait();
    await portfolio.tickets.setState({ ...admin, groupIds: [] }, ticketNumber, "resolved", "en");

    await expect(accept(attendanceId, agent(4))).rejects.toMatchObject({ code: "attendance/finished" });

    expect(await interactions.chatRequest(admin, attendanceId, "en")).toMatchObject({
      phase: "logged",
      related: [],
    });
  });

  it("fills by the mapping before or after a change that comes at the same moment, never by half of it (S1-13)", async () => {
    const saved = await interactions.mapping();
    const whole = { ...saved.mapping, title: "{requester.name}", location: "by {agent.name}" };
    const waiting = await Promise.all(Array.from({ length: 6 }, () => wait()));

    const [stored, second] = await Promise.allSettled([
      interactions.saveMapping({ version: saved.version, mapping: whole }, admin.accountId),
      interactions.saveMapping({ version: saved.version, mapping: saved.mapping }, admin.accountId),
      ...waiting.map(({ attendanceId }, at) => accept(attendanceId, agent(5 + (at % 3)))),
    ]);

    expect([stored.status, second.status].sort()).toEqual(["fulfilled", "rejected"]);
    for (const { attendanceId } of waiting) {
      const [opened] = await relatedTo(attendanceId);
      const isNew = opened?.title === "Ana";
      expect(opened?.location).toBe(isNew ? `by ${opened?.assignee?.name}` : "");
    }
  });

  describe("the records", () => {
    it("are seen by who may see the attendance or works on it, and by nobody else (S10, S1-2)", async () => {
      const { attendanceId, ticketNumber } = await wait();
      const stranger = await desk.addPerson("Stranger", { role: "agent", groupIds: [desk.groups.network] });
      const expert = await desk.addPerson("Expert", { role: "agent", groupIds: [desk.groups.network] });
      await accept(attendanceId, agent(8));
      const [opened] = await relatedTo(attendanceId);
      const read = (who: Principal) => interactions.chatRequest(who, attendanceId, "en");
      const listed = async (who: Principal) =>
        (
          await interactions.chatRequests(
            who,
            { view: "all", sort: "lastRequest", order: "desc", limit: 100 },
            "en",
          )
        ).items.some(({ id }) => id === attendanceId);

      await expect(read(stranger)).rejects.toMatchObject({ code: "attendance/not-found" });
      expect(await listed(stranger)).toBe(false);
      const wish = { attendanceId, requestId: "mine" };
      await expect(interactions.add(stranger, wish, "en")).rejects.toMatchObject({
        code: "attendance/not-found",
      });
      const interaction = await interactions.byNumber(stranger, opened?.number ?? "", "en");
      expect(interaction.related).toEqual([]);
      expect((await read(agent(9))).id).toBe(attendanceId);

      const { version } = await portfolio.tickets.byNumber(admin, ticketNumber, "en");
      await portfolio.tickets.edit(admin, ticketNumber, { version, expertId: expert.accountId }, "en");
      expect((await read(expert)).id).toBe(attendanceId);
      expect(await listed(expert)).toBe(true);
      await interactions.edit(
        admin,
        opened?.number ?? "",
        { version: 1, assigneeId: stranger.accountId },
        "en",
      );
      expect((await read(stranger)).id).toBe(attendanceId);
    });

    it("are found by words, sorted and turned over page by page (S1-35)", async () => {
      const query = { view: "all", sort: "contact", order: "asc", limit: 5 } as const;
      const first = await interactions.chatRequests(admin, query, "en");
      const rest = await interactions.chatRequests(admin, { ...query, limit: 100, after: first.next }, "en");
      const all = [...first.items, ...rest.items];
      const { number } = (await interactions.list(admin, listQuery, "en")).items[0] ?? { number: "" };

      expect(first.items).toHaveLength(5);
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      const wild = await interactions.chatRequests(admin, { ...query, q: "%" }, "en");
      expect(wild.items).toEqual([]);
      const found = await interactions.chatRequests(admin, { ...query, limit: 100, q: "SCREEN is" }, "en");
      expect(found.items).toHaveLength(all.length);
      const byNumber = await interactions.list(admin, { ...listQuery, q: number.toLowerCase() }, "en");
      expect(byNumber.items.map((item) => item.number)).toContain(number);
      const closed = await interactions.list(admin, { ...listQuery, state: "canceled" }, "en");
      expect(closed.items).toEqual([]);
    });
  });
});

const listQuery = { sort: "number", order: "desc", limit: 100 } as const;
