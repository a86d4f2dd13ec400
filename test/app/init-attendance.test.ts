import type { ActivityField, Catalog, Ticket } from "../../contract/index.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import type { DeskClient } from "../support/desk-client.js";

describe("init attendance", () => {
  let desk: RunningDesk;
  let ana: DeskClient;
  let admin: DeskClient;
  beforeEach(async () => {
    desk = await startDesk();
    ana = await desk.connect("ana");
    admin = await desk.connect("admin");
  });
  afterEach(() => desk.stop());

  /** Some activity of the catalog, with an answer to everything it asks. */
  const chosen = async () => {
    const { body } = await ana.rest("GET", "/api/v1/catalog?locale=en");
    const activity = (body as { items: Catalog[] }).items[0]?.services[0]?.activities[0];
    if (activity === undefined) throw new Error("The catalog is empty.");
    const fields = Object.fromEntries(activity.fields.map((field) => [field.name, answerTo(field)]));
    return { activityId: activity.id, fields };
  };
  const set = (number: number, value: string | null) =>
    admin.rest("PUT", `/api/v1/parameters/${number}`, { value });

  it("registers a ticket of activity 317 and waits at once (S0-15, S0-16)", async () => {
    const bruno = await desk.connect("bruno");

    const { status, body } = await ana.rest("POST", "/api/v1/tickets", {
      description: "Come quickly",
      direct: true,
    });

    const ticket = body as Ticket;
    expect(status).toBe(201);
    const { attendance } = await bruno.hear(
      "attendance:changed",
      (fact) => fact.attendance.ticketNumber === ticket.number,
    );
    expect(attendance).toMatchObject({
      status: "pending",
      question: "Come quickly",
      context: { reason: "direct" },
    });
    const { messages } = await ana.get("conversation:sync", {
      conversationId: ticket.conversationId ?? "",
      afterSeq: 0,
    });
    expect(messages.map((message) => message.text)).toContain("Come quickly");
  });

  it("registers the chosen activity and waits (S0-12, S0-14)", async () => {
    const { activityId, fields } = await chosen();

    const { body } = await ana.rest("POST", "/api/v1/tickets", {
      activityId,
      fields,
      description: "As chosen",
      attendance: true,
    });

    const { conversation } = await ana.get("conversation:open", {});
    expect(body).toMatchObject({ activity: { id: activityId } });
    expect(conversation).toMatchObject({
      owner: { kind: "queue" },
      attendance: { status: "pending", position: 0 },
    });
  });

  it("opens one ticket and one attendance for the same request sent twice at once", async () => {
    const request = { description: "Twice", direct: true, requestId: "the-same" };

    const answers = await Promise.all([1, 2].map(() => ana.rest("POST", "/api/v1/tickets", request)));
    const again = await ana.rest("POST", "/api/v1/tickets", request);

    const numbers = [...answers, again].flatMap(({ status, body }) =>
      status === 201 ? [(body as Ticket).number] : [],
    );
    expect(new Set(numbers).size).toBe(1);
    const { items } = (await ana.rest("GET", "/api/v1/tickets")).body as { items: Ticket[] };
    expect(items).toHaveLength(1);
  });

  it.each([315, 317])(
    "refuses with the parameter's number when %i has no value, and registers nothing (S0-3)",
    async (number) => {
      await set(number, null);

      const { status, body } = await ana.rest("POST", "/api/v1/tickets", {
        description: "Nothing",
        direct: true,
      });

      expect(status).toBe(422);
      expect(body).toMatchObject({
        error: { code: "attendance/not-configured", message: expect.stringContaining(`${number}`) },
      });
      expect((await ana.rest("GET", "/api/v1/tickets")).body).toMatchObject({ items: [] });
    },
  );

  it("has no door to a person in automatic mode, also not for a crafted request", async () => {
    await set(9001, "N");

    const direct = await ana.rest("POST", "/api/v1/tickets", { description: "Let me in", direct: true });
    const { conversation } = await ana.get("conversation:open", { locale: "en" });
    await ana.get("message:send", {
      conversationId: conversation.id,
      clientMessageId: "crafted",
      text: "x",
      value: { kind: "talk-to-attendant" },
    });
    const { message } = await ana.hear("message:posted", (fact) => fact.message.seq > 2);

    expect(direct).toMatchObject({ status: 422, body: { error: { code: "attendance/off" } } });
    expect(message.actions?.map((action) => action.value.kind)).toEqual(["new-ticket"]);
    expect((await ana.get("conversation:open", {})).conversation.owner.kind).toBe("assistant");
  });

  it("refuses every chat call when parameter 316 is N, but leaves a talk with a person alone (S0-2)", async () => {
    await ana.rest("POST", "/api/v1/tickets", { description: "Before", direct: true });
    const { conversation } = await ana.get("conversation:open", {});

    await set(316, "N");

    const rui = await desk.connect("rui");
    const answers = [
      await rui.ask("conversation:open", {}),
      await ana.ask("message:send", {
        conversationId: conversation.id,
        clientMessageId: "going-on",
        text: "still here",
      }),
    ];
    expect(answers[0]).toMatchObject({ ok: false, error: { code: "chat/off" } });
    expect(answers[1]).toMatchObject({ ok: true });
    expect((await rui.rest("POST", "/api/v1/tickets", { description: "x", direct: true })).status).toBe(422);
  });
});

function answerTo(field: ActivityField): string {
  const answers = { text: "Room 4", email: "ana@example.com", date: "2027-01-15", number: "2", choice: "" };
  return field.options?.[0]?.value ?? answers[field.type];
}
