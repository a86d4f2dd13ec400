import { randomUUID } from "node:crypto";
import { type RunningDesk, startDesk } from "../support/desk.js";
import type { DeskClient } from "../support/desk-client.js";

interface Reply {
  readonly recipient_id: string;
  readonly text?: string;
  readonly buttons?: readonly { readonly title: string; readonly payload: string }[];
}

describe("the REST form of Rasa's channels", () => {
  let desk: RunningDesk;
  let admin: DeskClient;
  let token: string;
  let tokenId: string;

  beforeAll(async () => {
    desk = await startDesk();
    admin = await desk.connect("admin");
    const made = await admin.rest("POST", "/api/v1/api-tokens", { name: "Shop", scopes: ["rest-channel"] });
    ({
      token,
      item: { id: tokenId },
    } = made.body as { token: string; item: { id: string } });
  });
  afterAll(() => desk.stop());

  async function post(body: unknown, withToken = token): Promise<{ status: number; body: Reply[] }> {
    const response = await fetch(`${desk.url}/webhooks/rest/webhook`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${withToken}` },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Reply[] };
  }
  const say = async (message: string, sender = "marta") => (await post({ sender, message })).body;

  it("answers with a list of replies, texts and buttons, in that very shape (S2-X3)", async () => {
    const replies = await say("How do I reset my password?");

    expect(replies.length).toBeGreaterThan(0);
    for (const reply of replies) {
      const { recipient_id, text, buttons = [], ...rest } = reply;
      expect([recipient_id, typeof text, rest]).toEqual(["marta", "string", {}]);
      for (const button of buttons) expect(Object.keys(button).sort()).toEqual(["payload", "title"]);
    }
    expect(replies.flatMap(({ buttons = [] }) => buttons)).not.toEqual([]);
  });

  it("does with a payload what the button would have done (S2-X3)", async () => {
    const [reply] = await say("How do I reset my password?", "noor");
    const article = reply?.buttons?.find(({ payload }) => payload.startsWith("/open-article"));

    const opened = await say(article?.payload ?? "", "noor");

    expect(opened.map(({ text }) => text).join("\n")).toContain(article?.title);
    expect(opened.flatMap(({ buttons = [] }) => buttons)[0]?.payload).toMatch(/^\/article-feedback\{/);
  });

  it("keeps each sender's own talk, in the one log, and brings what an attendant wrote (S2-X3)", async () => {
    const bruno = await desk.connect("bruno");
    await say("my flux capacitor hums in B flat", "ivo");
    const called = await say("/talk-to-attendant", "ivo");
    const { attendance } = await bruno.hear(
      "attendance:changed",
      (fact) => fact.attendance.requester.name === "ivo",
    );
    const accepted = await bruno.get("attendance:accept", {
      attendanceId: attendance.id,
      requestId: randomUUID(),
    });
    const { conversationId, epoch } = accepted;
    await bruno.get("message:send", {
      conversationId,
      epoch,
      clientMessageId: randomUUID(),
      text: "Bruno here",
    });

    const answered = await say("hello?", "ivo");

    expect(called.map(({ text }) => text).join()).toMatch(/attendant/);
    expect(answered.map(({ text }) => text)).toContain("Bruno here");
    expect((await say("and again", "ivo")).map(({ text }) => text)).not.toContain("Bruno here");
    expect((await say("hello", "somebody else")).map(({ text }) => text)).not.toContain("Bruno here");
  });

  it("lets in nobody without a token that holds (S2-X3)", async () => {
    const ana = await desk.connect("ana");
    expect((await post({ sender: "x", message: "hi" }, "dsk_guess")).status).toBe(401);
    expect((await post({ sender: "x", message: "hi" }, ana.token)).status).toBe(401);
    expect((await post({ sender: "x" })).status).toBe(400);
    expect((await post({ sender: "", message: "hi" })).status).toBe(400);
    expect((await ana.rest("GET", "/api/v1/api-tokens")).status).toBe(403);
    // It opens this one door and no other.
    const headers = { authorization: `Bearer ${token}` };
    expect((await fetch(`${desk.url}/api/v1/tickets`, { headers })).status).toBe(401);

    const { body } = await admin.rest("GET", "/api/v1/api-tokens");
    expect(JSON.stringify(body)).not.toContain(token);
    expect(body).toMatchObject({ items: [{ name: "Shop", lastUsedAt: expect.any(Number) }] });

    expect((await admin.rest("DELETE", `/api/v1/api-tokens/${tokenId}`)).status).toBe(204);
    expect((await post({ sender: "x", message: "hi" })).status).toBe(401);
    expect((await admin.rest("GET", `/api/v1/changes?objectId=${tokenId}`)).body).toMatchObject({
      items: [{ action: "updated" }, { action: "created" }],
    });
  });
});
