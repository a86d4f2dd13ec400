import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { Talk } from "../support/desk-client.js";

interface Asked {
  readonly path: string;
  readonly body: unknown;
}

/** Speaks the REST channel of Rasa and Anuva; answers what a test has put into it. */
class OtherAssistant {
  readonly asked: Asked[] = [];
  answer: { status: number; body: string } = { status: 200, body: "[]" };
  readonly #server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    this.asked.push({ path: request.url ?? "", body: JSON.parse(Buffer.concat(chunks).toString()) });
    const isTalk = request.url?.endsWith("/webhook") ?? false;
    response.writeHead(isTalk ? this.answer.status : 200, { "content-type": "application/json" });
    response.end(isTalk ? this.answer.body : "{}");
  });

  async start(): Promise<string> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  says(...replies: unknown[]): void {
    this.answer = { status: 200, body: JSON.stringify(replies) };
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

describe("an external assistant (402, 441, 442)", () => {
  const other = new OtherAssistant();
  let desk: RunningDesk;
  let address: string;
  const set = async (number: number, value: string) => {
    const admin = await desk.connect("admin");
    expect(await admin.rest("PUT", `/api/v1/parameters/${number}`, { value })).toMatchObject({ status: 200 });
  };
  beforeAll(async () => {
    address = await other.start();
    desk = await startDesk();
    await set(402, `${address}/[lang]/`);
  });
  afterAll(async () => {
    await desk.stop();
    other.stop();
  });
  beforeEach(() => {
    other.asked.length = 0;
  });

  it("answers in place of the built-in one, in the language of the talk, and is told who talks once (S2-X3, 402, 442)", async () => {
    other.says({ recipient_id: "x", text: "Olá de fora" });
    const talk = await Talk.begin(await desk.connect("ana"), "pt");

    const first = await talk.say("Minha caixa de correio está cheia");
    await talk.say("E agora?");

    expect(first.text).toBe("Olá de fora");
    expect(other.asked.map(({ path }) => path)).toEqual([
      `/pt/conversations/${talk.id}/tracker/events`,
      "/pt/webhooks/rest/webhook",
      "/pt/webhooks/rest/webhook",
    ]);
    expect(other.asked[0]?.body).toContainEqual({ event: "slot", name: "name", value: "Ana Souza" });
    expect(other.asked[1]?.body).toEqual({ sender: talk.id, message: "Minha caixa de correio está cheia" });
  });

  it("shows its buttons, whose payload is sent back as the requester's words (S2-X3)", async () => {
    other.says({ text: "Which one?", buttons: [{ title: "The first", payload: '/choose{"n":1}' }] });
    const talk = await Talk.begin(await desk.connect("ana"));

    const asked = await talk.say("pick");
    const [button] = asked.actions ?? [];
    other.says({ image: "https://example.com/a.png" }, { nonsense: 1 }, "x");
    const answered = await talk.say(button?.title ?? "", button?.value);

    expect(button).toEqual({ title: "The first", value: { kind: "say", text: '/choose{"n":1}' } });
    expect(other.asked.at(-1)?.body).toMatchObject({ message: '/choose{"n":1}' });
    expect(answered.text).toBe("https://example.com/a.png");
  });

  it.each([
    ["an error", { status: 500, body: "no" }],
    ["nothing", { status: 200, body: "[]" }],
    ["no JSON", { status: 200, body: "<html>" }],
    ["far too much", { status: 200, body: `[{"text":"${"x".repeat(400_000)}"}]` }],
    ["a way elsewhere", { status: 302, body: "" }],
  ])("leaves the fallback with both ways on when it answers %s (S2-32)", async (_what, answer) => {
    other.answer = answer;
    const talk = await Talk.begin(await desk.connect("ana"));

    const reply = await talk.say("help me please with this thing");

    expect(reply.actions?.map(({ value }) => value.kind)).toEqual(
      expect.arrayContaining(["talk-to-attendant", "resume-attendance"]),
    );
  });

  it("still gives way to people and to tickets, and is gone once the parameter is empty", async () => {
    other.says({ text: "From outside" });
    const talk = await Talk.begin(await desk.connect("rui"));

    const ticket = await talk.say("", { kind: "new-ticket" });
    await talk.say("", { kind: "cancel" });
    await set(402, "");
    const own = await talk.say("my mailbox is full");

    expect(ticket.text).toMatch(/describe/);
    expect(other.asked).toEqual([]);
    expect(own.text).not.toBe("From outside");
  });

  it("takes no address that is none (402)", async () => {
    const admin = await desk.connect("admin");

    const refused = await admin.rest("PUT", "/api/v1/parameters/441", { value: "ftp://example.com/x" });

    expect(refused).toMatchObject({ status: 422, body: { error: { code: "parameter/refused" } } });
  });
});
