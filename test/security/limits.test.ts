import { randomUUID } from "node:crypto";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { logIn } from "../support/desk-client.js";

/** Asks until it is refused; answers with how many passed before. */
async function untilRefused(ask: (at: number) => Promise<Response>): Promise<number> {
  for (let at = 0; at < 200; at++) {
    const response = await ask(at);
    if (response.status !== 429) continue;
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await response.json()).toMatchObject({ error: { code: "request/too-many" } });
    return at;
  }
  throw new Error("Nothing was ever refused.");
}

describe("limits at the doors (attack S31)", () => {
  /** One desk to be knocked at until it is closed to this address, one for people. */
  let besieged: RunningDesk;
  let desk: RunningDesk;
  beforeAll(async () => {
    const few = { REQUESTS_PER_MINUTE: "30", MESSAGES_PER_MINUTE: "8" };
    [besieged, desk] = await Promise.all([startDesk(few), startDesk(few)]);
  });
  afterAll(() => Promise.all([besieged.stop(), desk.stop()]));

  it("count a stranger by address, whatever headers claim to be another", async () => {
    const passed = await untilRefused((at) =>
      fetch(`${besieged.url}/api/v1/chat`, {
        headers: {
          "x-forwarded-for": `203.0.113.${at}`,
          "x-real-ip": `203.0.113.${at}`,
          "cf-connecting-ip": `203.0.113.${at}`,
          forwarded: `for=203.0.113.${at}`,
        },
      }),
    );

    expect(passed).toBe(90);
    // Whoever watches the desk still hears that it lives.
    expect((await fetch(`${besieged.url}/healthz`)).status).toBe(200);
  });

  it("count a person by who they are: the others go on", async () => {
    const [ana, rui] = [await logIn(desk.url, "ana"), await logIn(desk.url, "rui")];
    const read = (token: string) =>
      fetch(`${desk.url}/api/v1/session`, { headers: { authorization: `Bearer ${token}` } });

    const passed = await untilRefused(() => read(ana));
    const spared = (await read(rui)).status;

    expect(passed).toBe(30);
    expect(spared).toBe(200);
  });

  it("count messages of one person over all their sockets", async () => {
    const clients = [await desk.connect("bruno"), await desk.connect("bruno")];
    const [first] = clients;
    const open = await first?.get("conversation:open", {});
    const answers: boolean[] = [];
    for (let at = 0; at < 12; at++) {
      const answer = await clients[at % 2]?.ask("message:send", {
        conversationId: open?.conversation.id ?? "",
        clientMessageId: randomUUID(),
        text: "hello",
      });
      answers.push(answer?.ok === false && answer.error.code === "request/too-many");
    }

    expect(answers).toEqual([...Array(8).fill(false), ...Array(4).fill(true)]);
  });
});
