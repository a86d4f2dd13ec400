import { newId } from "../../../store/index.js";
import { type FakeGlpi, openFakeGlpi, techId } from "../../support/desks/fake-glpi.js";
import { openTestStore, type TestStore } from "../../support/stores.js";
import { addTalk, type Mirrored, openMirrored } from "./mirrored.js";

describe("tickets that live at GLPI too (issue 8)", () => {
  let store: TestStore;
  let glpi: FakeGlpi;
  let mirrored: Mirrored;
  beforeEach(async () => {
    store = await openTestStore("sqlite");
    mirrored = await openMirrored(store);
    glpi = await openFakeGlpi(() => mirrored.desk.clock.now);
    await mirrored.set("glpi", { url: glpi.url });
  });
  afterEach(async () => {
    await mirrored.others.stop();
    await glpi.close();
    await store.discard();
    expect(mirrored.failures).toEqual([]);
  });

  const ticketId = () => Number(glpi.items.Ticket[0]?.id);
  const lines = async (number: string) =>
    (await mirrored.desk.tickets.timeline(mirrored.desk.bruno, number, "en")).map((one) => [
      one.kind,
      one.actor.name,
      one.text,
    ]);

  async function addFile(conversationId: string, ticket: string): Promise<string> {
    const id = newId();
    const file = { conversation_id: conversationId, account_id: mirrored.desk.ana.accountId, request_id: id };
    const about = { name: "screen.png", type: "image/png", size: 4, is_whole: 1, link_key: id };
    await store.db
      .insertInto("file")
      .values({ id, ...file, ...about, message_id: null, ticket_id: null, created_at: 1 })
      .execute();
    await store.db
      .insertInto("file_part")
      .values({ file_id: id, at: 0, bytes: Buffer.from("\x89PNG", "latin1") })
      .execute();
    await store.db.updateTable("file").set({ ticket_id: ticket }).where("id", "=", id).execute();
    return id;
  }

  it("solves here what a technician solves there, with the words of the solution", async () => {
    const { number } = await mirrored.open();
    await mirrored.work();
    glpi.assign(ticketId(), techId);
    await mirrored.pass(60_000);
    glpi.write(ticketId(), techId, "<p>Ordered.</p>");
    await mirrored.pass(60_000);
    glpi.solve(ticketId(), techId, "<p>Here it is &amp; runs.</p>");
    await mirrored.pass(60_000);

    expect(glpi.items.Ticket[0]).toMatchObject({
      type: 2,
      itilcategories_id: 2,
      content: expect.stringContaining("<p>My laptop is old</p>"),
    });
    expect(await lines(number)).toEqual([
      ["opened", "Ana Souza", "My laptop is old"],
      ["elsewhere", "GLPI", `Is also at GLPI, under number ${ticketId()}`],
      ["elsewhere", "GLPI", "At GLPI Marie Dupont has it now"],
      ["memo", "Marie Dupont · GLPI", "Ordered."],
      ["state", "GLPI", "Resolved"],
      ["memo", "Marie Dupont · GLPI", "Here it is & runs."],
    ]);
  });

  it("sees what is changed there in the very second in which it looked", async () => {
    const { number } = await mirrored.open();
    await mirrored.work();
    glpi.change(ticketId(), { status: 4 });

    await mirrored.pass(2 * 60_000);

    expect((await mirrored.desk.tickets.byNumber(mirrored.desk.ana, number, "en")).state).toBe(
      "pending-customer",
    );
  });

  it.each(["cut", "lost"] as const)(
    "opens one ticket and attaches a file once when the line is lost (%s)",
    async (fault) => {
      const { id } = await mirrored.open();
      await addFile(await addTalk(store, { requesterId: mirrored.desk.ana.accountId, ticketId: id }), id);
      const failed = new Set<string>();
      glpi.fault = ({ method, path }) => {
        if (method !== "POST" || failed.has(path)) return undefined;
        failed.add(path);
        return fault;
      };

      await mirrored.pass(30 * 60_000);

      expect([...failed].map((path) => path.split("/").at(-1))).toEqual(["User", "Ticket", "Document"]);
      expect(glpi.items.User.filter(({ email }) => email === "ana@example.com")).toHaveLength(1);
      expect(glpi.items.Ticket).toHaveLength(1);
      expect(glpi.items.Document).toEqual([
        expect.objectContaining({ _filename: ["screen.png"], itemtype: "Ticket", items_id: ticketId() }),
      ]);
    },
  );

  it("tells the other desk what a closed ticket there does not take, and goes on with the rest", async () => {
    const { number } = await mirrored.open();
    await mirrored.work();
    glpi.change(ticketId(), { status: 6 });
    await mirrored.pass(60_000);
    await mirrored.desk.tickets.addNote(mirrored.desk.bruno, number, {
      text: "One more thing",
      visibility: "public",
    });

    await mirrored.pass(60_000);

    expect(await mirrored.others.stuck()).toEqual([
      expect.objectContaining({
        number,
        what: "event",
        reason: "ERROR_GLPI_ADD: The ticket is closed (400)",
      }),
    ]);
    await mirrored.desk.tickets.setState(mirrored.desk.bruno, number, "in-progress", "en");
    await mirrored.pass(60_000);
    expect(glpi.items.Ticket[0]).toMatchObject({ status: 2 });
    await mirrored.others.sendAgain();
    await mirrored.work();
    expect(glpi.items.ITILFollowup.map(({ content }) => content)).toEqual([
      "<p>Bruno Lima: One more thing</p>",
    ]);
  });

  it("goes on where sessions are ended between two requests", async () => {
    await mirrored.open();
    let isFirst = true;
    glpi.fault = ({ method, path }) => {
      if (method === "POST" && path.endsWith("/Ticket") && isFirst) {
        isFirst = false;
        glpi.endSessions();
      }
      return undefined;
    };

    await mirrored.pass(5 * 60_000);

    expect(glpi.items.Ticket).toHaveLength(1);
    expect(await mirrored.others.read()).toMatchObject({ linked: 1, waiting: 0, stuck: 0 });
  });
});
