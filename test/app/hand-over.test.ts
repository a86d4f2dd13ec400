import { randomUUID } from "node:crypto";
import type { ActionValue, Attendance } from "../../contract/index.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import type { DeskClient } from "../support/desk-client.js";
import { Talk } from "../support/desk-client.js";
import { startTwoDesks } from "../support/two-desks.js";

/** Embedded on one node; and Redis with PostgreSQL, the requester on one node and the agents on another. */
const setups = [
  { name: "one embedded node", start: startEmbedded },
  { name: "two nodes on Redis and PostgreSQL", start: startTwoNodes },
];

interface Setup {
  readonly forRequesters: RunningDesk;
  readonly forAgents: RunningDesk;
  stop(): Promise<void>;
}

describe.each(setups)("hand-over on $name", ({ start }) => {
  let setup: Setup;
  beforeAll(async () => {
    setup = await start();
  });
  afterAll(() => setup.stop());
  afterEach(async () => {
    const { store, handoff } = setup.forRequesters.app.domains;
    const rows = await store.db
      .selectFrom("attendance")
      .select("id")
      .where("phase", "<>", "closed")
      .execute();
    const actor = { accountId: "none", name: "Tidy", role: "admin" as const };
    for (const { id } of rows) {
      const closed = await handoff.cancel({ attendanceId: id, actor });
      if (closed.status === "taken") await handoff.end({ attendanceId: id, actor });
    }
  });

  const requester = async (name = "ana") => Talk.begin(await setup.forRequesters.connect(name));
  const agent = (name = "bruno") => setup.forAgents.connect(name);
  const accept = (client: DeskClient, attendance: Attendance, requestId: string = randomUUID()) =>
    client.ask("attendance:accept", { attendanceId: attendance.id, requestId });
  const waitingFor = async (client: DeskClient, conversationId: string) =>
    (
      await client.hear(
        "attendance:changed",
        ({ attendance }) => attendance.conversationId === conversationId && attendance.status === "pending",
      )
    ).attendance;

  it("chatwoot#13881: tells the number, queues the talk, and tells the agents of the group why it came (S1-2, S2-33, S2-34)", async () => {
    const bruno = await agent();
    const diego = await agent("diego");
    const talk = await requester();
    await talk.say("my flux capacitor hums in B flat since yesterday");

    const mine = await talk.askForPerson();
    const seen = await waitingFor(bruno, talk.id);

    expect(mine.ticketNumber).toMatch(/^\d+$/);
    expect(mine.context).toBeUndefined();
    expect(seen).toMatchObject({
      ticketNumber: mine.ticketNumber,
      phase: "logged",
      question: "my flux capacitor hums in B flat since yesterday",
      requester: { name: "Ana Souza" },
    });
    expect(seen.context).toMatchObject({ question: seen.question, reason: "fallback" });
    expect(diego.heard.filter(({ name }) => name === "attendance:changed")).toEqual([]);
  });

  it("gives it to one of a hundred who accept at once, and tells the others who has it (S1-10)", async () => {
    const bruno = await agent();
    const carla = await agent("carla");
    const talk = await requester();
    await talk.askForPerson();
    const attendance = await waitingFor(bruno, talk.id);

    const acks = await Promise.all(
      Array.from({ length: 100 }, (_, index) => accept(index % 2 === 0 ? bruno : carla, attendance)),
    );

    const winners = acks.filter((ack) => ack.ok);
    const holders = acks.flatMap((ack) => (ack.ok ? [] : [ack.error]));
    expect(winners).toHaveLength(1);
    expect(new Set(holders.map((error) => error.code))).toEqual(new Set(["attendance/taken"]));
    expect(holders[0]?.details).toMatchObject({ holder: { name: expect.stringMatching(/Bruno|Carla/) } });
  });

  it("gives a repeated accept the same answer (Q2)", async () => {
    const bruno = await agent();
    const talk = await requester();
    await talk.askForPerson();
    const attendance = await waitingFor(bruno, talk.id);
    const requestId = randomUUID();

    const acks = [await accept(bruno, attendance, requestId), await accept(bruno, attendance, requestId)];

    expect(acks.map((ack) => ack.ok && ack.epoch)).toEqual(
      [3 - 0, 3 - 0].map(() => acks[0]?.ok && acks[0].epoch),
    );
    expect(acks.every((ack) => ack.ok)).toBe(true);
  });

  it("lets both talk at once, the agent sees the talk with the assistant, and the transcript is in the ticket", async () => {
    const bruno = await agent();
    const talk = await requester();
    await talk.say("hello");
    await talk.askForPerson();
    const attendance = await waitingFor(bruno, talk.id);
    const accepted = await bruno.get("attendance:accept", {
      attendanceId: attendance.id,
      requestId: randomUUID(),
    });
    await talk.client.hear("conversation:changed", (fact) => fact.conversation.owner.name === "Bruno Lima");

    await bruno.get("message:send", {
      conversationId: talk.id,
      clientMessageId: randomUUID(),
      text: "Hello Ana, Bruno here.",
      epoch: accepted.epoch,
    });
    await talk.client.hear("message:posted", ({ message }) => message.text === "Hello Ana, Bruno here.");
    await talk.send("Thank you for coming.");
    await bruno.get("conversation:sync", { conversationId: talk.id, afterSeq: 0 });
    await bruno.hear("message:posted", ({ message }) => message.text === "Thank you for coming.");
    const whole = await bruno.get("conversation:sync", { conversationId: talk.id, afterSeq: 0 });
    await bruno.get("attendance:end", { attendanceId: attendance.id, reason: "solved" });

    const mine = await talk.client.get("conversation:sync", { conversationId: talk.id, afterSeq: 0 });
    const timeline = await bruno.rest("GET", `/api/v1/tickets/${attendance.ticketNumber}/timeline`);
    expect(whole.messages.map((message) => message.seq)).toEqual(whole.messages.map((_, index) => index + 1));
    expect(whole.messages.map((message) => message.text)).toEqual(
      expect.arrayContaining(["hello", "Hello Ana, Bruno here.", "Thank you for coming."]),
    );
    expect(JSON.stringify(timeline.body)).toContain("Hello Ana, Bruno here.");
    expect(mine.messages.slice(0, whole.messages.length)).toEqual(whole.messages);
  });

  it("refuses what an agent writes under an old epoch, and what others write (Q3)", async () => {
    const bruno = await agent();
    const carla = await agent("carla");
    const talk = await requester();
    await talk.askForPerson();
    const attendance = await waitingFor(bruno, talk.id);
    const { epoch } = await bruno.get("attendance:accept", {
      attendanceId: attendance.id,
      requestId: randomUUID(),
    });
    const send = (client: DeskClient, under: number | undefined) =>
      client.ask("message:send", {
        conversationId: talk.id,
        clientMessageId: randomUUID(),
        text: "late",
        ...(under === undefined ? {} : { epoch: under }),
      });

    const answers = [await send(bruno, epoch - 1), await send(carla, epoch), await send(bruno, undefined)];

    expect(answers.map((answer) => !answer.ok && answer.error.code)).toEqual([
      "conversation/stale-epoch",
      "conversation/stale-epoch",
      "conversation/epoch-required",
    ]);
  });

  it("rasa-agent-bot-demo#12, fazer-ai/agents#433, fazer-ai/agents#457: keeps the assistant silent while a person has the talk, and lets it speak after the hand-back", async () => {
    const bruno = await agent();
    const talk = await requester();
    await talk.askForPerson();
    const attendance = await waitingFor(bruno, talk.id);
    await bruno.get("attendance:accept", { attendanceId: attendance.id, requestId: randomUUID() });
    await talk.send("mumpitz blorf");
    await setup.forRequesters.app.domains.bot.idle();
    const silent = await talk.client.get("conversation:sync", { conversationId: talk.id, afterSeq: 0 });

    await bruno.get("attendance:transfer", { attendanceId: attendance.id, to: { kind: "assistant" } });
    const { message } = await talk.send("mumpitz blorf again");
    const reply = await talk.client.hear("message:posted", (fact) => fact.message.seq > message.seq);

    expect(silent.messages.at(-1)?.text).toBe("mumpitz blorf");
    expect(reply.message.sender.kind).toBe("assistant");
  });

  it.each([
    { how: "pressed", value: { kind: "talk-to-attendant" } },
    { how: "written", value: undefined },
  ] as const)(
    "fazer-ai/agents#158: says once what happens now, and nothing after it in that turn, whichever node hears of it later: $how",
    async ({ value }) => {
      const talk = await requester();
      const { message: wish } = await talk.send("I want to talk to an attendant", value);
      await waitingFor(await agent(), talk.id);
      await Promise.all([setup.forRequesters, setup.forAgents].map(({ app }) => app.domains.bot.idle()));

      const { messages } = await talk.client.get("conversation:sync", {
        conversationId: talk.id,
        afterSeq: wish.seq,
      });
      expect(messages.map(({ sender }) => sender.kind)).toEqual(["assistant", "system"]);
      expect(messages[0]?.text).toMatch(/^One moment, I am looking for an attendant/);
    },
  );

  it("brings the requester back to the same agent when that agent is there (S0-18)", async () => {
    const carla = await agent("carla");
    const talk = await requester("rui");
    await talk.askForPerson();
    const attendance = await waitingFor(carla, talk.id);
    await carla.get("attendance:accept", { attendanceId: attendance.id, requestId: randomUUID() });
    await carla.get("attendance:end", { attendanceId: attendance.id, reason: "lunch" });

    const next = await Talk.begin(talk.client);
    await next.send("resume", { kind: "resume-attendance" } satisfies ActionValue);
    const { conversation } = await talk.client.hear(
      "conversation:changed",
      (fact) =>
        fact.conversation.id === talk.id &&
        fact.conversation.attendance?.acceptedAt !== undefined &&
        fact.conversation.owner.kind === "agent" &&
        fact.conversation.epoch > 3,
    );

    expect(conversation).toMatchObject({
      owner: { kind: "agent", name: "Carla Díaz" },
      ticketNumber: attendance.ticketNumber,
    });
  });

  it("gives the old place in the queue back when the agent is gone (S0-18)", async () => {
    const bruno = await agent();
    const first = await requester("ana");
    await first.askForPerson();
    const before = await waitingFor(bruno, first.id);
    await first.client.get("attendance:cancel", { attendanceId: before.id });
    const second = await requester("rui");
    await second.askForPerson();
    await waitingFor(bruno, second.id);

    await first.send("resume", { kind: "resume-attendance" });
    const back = await first.client.hear(
      "attendance:changed",
      ({ attendance }) => attendance.id !== before.id && attendance.status === "pending",
    );
    const list = await bruno.rest("GET", "/api/v1/attendances?view=queue");

    const waiting = (list.body as { items: Attendance[] }).items.map((one) => one.requester.name);
    expect(back.attendance.waitingSince).toBe(before.waitingSince);
    expect(waiting).toEqual(["Ana Souza", "Rui Costa"]);
  });
});

async function startEmbedded(): Promise<Setup> {
  const desk = await startDesk();
  return { forRequesters: desk, forAgents: desk, stop: desk.stop };
}

async function startTwoNodes(): Promise<Setup> {
  const { near, far, stop } = await startTwoDesks();
  return { forRequesters: near, forAgents: far, stop };
}
