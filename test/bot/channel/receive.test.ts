import { createSecretKey, generateKeyPairSync } from "node:crypto";
import { engines, openTestStore, type TestStore } from "../../support/stores.js";
import { createChannelDesk, messageActivity } from "./channel-desk.js";
import { type FakeCloud, startFakeCloud } from "./fake-cloud.js";

describe.each(engines)("receiving from a channel on %s", (engine) => {
  let store: TestStore;
  let cloud: FakeCloud;
  let desk: ReturnType<typeof createChannelDesk>;

  beforeAll(async () => {
    store = await openTestStore(engine);
    cloud = await startFakeCloud();
    desk = createChannelDesk(store, cloud);
  });
  afterAll(async () => {
    await cloud.close();
    await store.discard();
  });

  const post = async (body: unknown, authorization?: string) =>
    desk.channel.receive({
      method: "POST",
      headers: authorization === undefined ? {} : { authorization },
      body,
    });
  const messages = () => store.db.selectFrom("message").selectAll().orderBy("id").execute();
  const countStored = async () => (await messages()).length;

  describe("a message with a good token", () => {
    it("is stored as the requester's, with a link to where it came from", async () => {
      const activity = messageActivity(cloud);

      const answer = await post(activity, await cloud.token());

      const [row] = (await messages()).slice(-1);
      expect(answer).toEqual({ status: 200 });
      expect(row).toMatchObject({
        text: "my printer is on fire",
        sender_kind: "requester",
        sender_name: "Ana",
      });
      const conversation = await desk.conversations.byId(row?.conversation_id ?? "");
      expect(conversation).toMatchObject({ owner_kind: "assistant", locale: "es", asked_seq: 1 });
      expect(conversation?.channel).toMatch(/^msteams:[0-9a-f]{40}$/);
      expect(await desk.links.byConversation(row?.conversation_id ?? "")).toMatchObject({
        deliveredSeq: 0,
        reference: { serviceUrl: cloud.serviceUrl, bot: { id: "28:desk" }, user: { id: "29:ana" } },
      });
    });

    it("is stored once when it comes five times at once, and again later (F26, D15)", async () => {
      const before = await countStored();
      const activity = messageActivity(cloud);
      const token = await cloud.token();

      const answers = await Promise.all([1, 2, 3, 4, 5].map(() => post(activity, token)));
      answers.push(await post(activity, token));

      expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200, 200]);
      expect(await countStored()).toBe(before + 1);
    });

    it("opens a conversation after the last one was closed, but not for a redelivery of an old message", async () => {
      const token = await cloud.token();
      const first = messageActivity(cloud);
      const second = messageActivity(cloud, { conversation: first.conversation, text: "me again" });
      await post(first, token);
      const [stored] = (await messages()).slice(-1);
      const id = stored?.conversation_id ?? "";
      await store.db.updateTable("conversation").set({ owner_kind: "none" }).where("id", "=", id).execute();
      const before = await countStored();

      await post(first, token);
      const afterRedelivery = await countStored();
      await post(second, token);

      const [latest] = (await messages()).slice(-1);
      expect(afterRedelivery).toBe(before);
      expect(latest).toMatchObject({ text: "me again", seq: 1 });
      expect(latest?.conversation_id).not.toBe(id);
      expect(await desk.links.byExternal("msteams", first.conversation.id)).toHaveLength(2);
    });

    it("carries the choice that was made", async () => {
      const value = { kind: "talk-to-attendant" };

      await post(messageActivity(cloud, { text: "Talk to an attendant", value }), await cloud.token());

      const [row] = (await messages()).slice(-1);
      expect(JSON.parse(row?.extra_json ?? "{}")).toEqual({ value });
    });

    it("is stored without NUL, which would cut it or be refused by the store", async () => {
      await post(messageActivity(cloud, { text: "before\0after" }), await cloud.token());

      expect((await messages()).at(-1)?.text).toBe("beforeafter");
    });

    it("is cut to what a message may hold, and the person is told", async () => {
      await post(messageActivity(cloud, { text: "x".repeat(9000), locale: "pt-BR" }), await cloud.token());

      const [said, told] = (await messages()).slice(-2);
      expect(said?.text).toHaveLength(8000);
      expect(told).toMatchObject({ sender_kind: "system", text: expect.stringContaining("8000 caracteres") });
    });

    it("tells who sends only a file that words are needed", async () => {
      const attachments = [{ contentType: "image/png", contentUrl: "http://169.254.169.254/" }];

      await post(messageActivity(cloud, { text: "", attachments, locale: "en" }), await cloud.token());

      const [told] = (await messages()).slice(-1);
      expect(told).toMatchObject({ sender_kind: "system", text: expect.stringContaining("in words") });
    });
  });

  describe("a sender who is not the channel (S22)", () => {
    const forged = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
    const hour = 3600;
    const past = Math.floor(Date.now() / 1000) - hour;
    const cases: [
      name: string,
      status: number,
      token: () => Promise<string> | string | undefined,
      change?: object,
    ][] = [
      ["without a token", 401, () => undefined],
      ["with an empty header", 401, () => ""],
      ["with another scheme", 401, () => "Basic YTpi"],
      ["with a token that is none", 401, () => "Bearer a.b.c"],
      ["with an expired token", 401, () => cloud.token({ exp: past })],
      ["with a token that never ends", 401, () => cloud.token({ exp: undefined })],
      [
        "with a token for another bot",
        403,
        () => cloud.token({ aud: "00000000-0000-4000-8000-000000000000" }),
      ],
      ["with a token of another issuer", 403, () => cloud.token({ iss: "https://evil.test" })],
      ["with a token not valid yet", 403, () => cloud.token({ nbf: Math.floor(Date.now() / 1000) + hour })],
      [
        "with a token of the Emulator",
        403,
        () =>
          cloud.token({
            iss: "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/",
            ver: "1.0",
            appid: "1c1b0c4e-8b8e-4a6f-9a53-3f6f8a3f0d10",
          }),
      ],
      [
        "with a token of a skill",
        403,
        () => cloud.token({ ver: "1.0", appid: "00000000-0000-4000-8000-000000000000" }),
      ],
      [
        "with HS256 made from the public key",
        401,
        () => {
          const pem = cloud.publicKey.export({ type: "spki", format: "pem" });
          return cloud.token({}, { key: createSecretKey(Buffer.from(pem)), alg: "HS256" });
        },
      ],
      ["with a key that nobody published", 403, () => cloud.token({}, { kid: "key-2" })],
      ["with a forged signature", 403, () => cloud.token({}, { key: forged })],
      ["with a token for another service URL", 403, () => cloud.token({ serviceurl: "https://evil.test/" })],
      ["with a token for no service URL", 403, () => cloud.token({ serviceurl: undefined })],
      [
        "with a good token and a changed service URL",
        403,
        () => cloud.token(),
        { serviceUrl: "https://evil.test/" },
      ],
      [
        "with a good token and a service URL beside the allowed one",
        403,
        () => cloud.token(),
        { serviceUrl: "http://127.0.0.1:1/channel/" },
      ],
      ["with a good token and a changed channel", 403, () => cloud.token(), { channelId: "telegram" }],
      ["that names the channel AseChannel", 400, () => cloud.token(), { channelId: "AseChannel" }],
      ["that names no channel", 400, () => cloud.token(), { channelId: "" }],
      ["that names no service URL", 400, () => cloud.token(), { serviceUrl: "" }],
    ];

    it.each(cases)("%s is answered %i, and nothing is stored", async (_, status, token, change = {}) => {
      const quiet = jest.spyOn(console, "error").mockImplementation(() => undefined);
      const before = await countStored();

      const header = await token();
      const answer = await post(messageActivity(cloud, { ...change }), header);

      quiet.mockRestore();
      const signature = header?.split(".")[2] ?? "";
      expect(signature.length > 20 && JSON.stringify(desk.logged).includes(signature)).toBe(false);
      expect(answer).toEqual({
        status,
        body: { error: { code: expect.any(String), message: expect.any(String) } },
      });
      expect(await countStored()).toBe(before);
      expect(cloud.calls()).toBe(0);
    });

    it("is told nothing of why a token was refused", async () => {
      const answers = [
        await post(messageActivity(cloud), await cloud.token({ aud: "x" })),
        await post(messageActivity(cloud), await cloud.token({}, { kid: "key-2" })),
      ];

      expect(answers[0]).toEqual(answers[1]);
    });
  });

  describe("a body that is no activity (S23, F28)", () => {
    let deep: unknown = "x";
    for (let depth = 0; depth < 20_000; depth++) deep = depth % 2 === 0 ? [deep] : { value: deep };
    const good = () => messageActivity(cloud);
    const bodies: [name: string, body: () => unknown][] = [
      ["a text alone", () => ({ text: "x" })],
      ["a type of the wrong kind", () => ({ type: 123 })],
      ["an array", () => [good()]],
      ["null", () => null],
      ["nothing", () => undefined],
      ["a string", () => "message"],
      ["20,000 levels", () => deep],
      ["a message without an id", () => ({ ...good(), id: undefined })],
      ["an id of the wrong kind", () => ({ ...good(), id: { $ne: "" } })],
      ["an id that leads elsewhere in a path", () => ({ ...good(), conversation: { id: ".." } })],
      ["an id with a line break", () => ({ ...good(), id: "a\nb" })],
      ["an id without end", () => ({ ...good(), id: "x".repeat(5000) })],
      ["a text without end", () => ({ ...good(), text: "x".repeat(70_000) })],
      ["a text of the wrong kind", () => ({ ...good(), text: ["x"] })],
      ["a sender of the wrong kind", () => ({ ...good(), from: "ana" })],
      ["a conversation of the wrong kind", () => ({ ...good(), conversation: { id: 7 } })],
      ["a service URL of the wrong kind", () => ({ ...good(), serviceUrl: [good().serviceUrl] })],
    ];

    it.each(bodies)("%s is answered 400 with a reason", async (_, body) => {
      const before = await countStored();

      const answer = await post(body(), await cloud.token());

      expect(answer).toMatchObject({ status: 400, body: { error: { code: "request/malformed" } } });
      expect(await countStored()).toBe(before);
    });

    it("takes what is deep where the desk does not look, and a choice that is none", async () => {
      const odd = { ...good(), value: deep, channelData: deep, text: "deep\u0000 water" };

      const answer = await post(odd, await cloud.token());

      const [row] = (await messages()).slice(-1);
      expect(answer.status).toBe(200);
      expect(row).toMatchObject({ text: "deep water", extra_json: null });
    });

    it("takes no other method", async () => {
      const answer = await desk.channel.receive({ method: "GET", headers: {}, body: undefined });

      expect(answer.status).toBe(405);
    });
  });

  describe("what is no message", () => {
    it.each([
      "conversationUpdate",
      "typing",
      "endOfConversation",
      "messageReaction",
      "event",
      "somethingNew",
    ])("%s is taken and stores nothing", async (type) => {
      const before = await countStored();
      const activity = { ...messageActivity(cloud), type, membersAdded: [{ id: "28:desk" }] };

      const answer = await post(activity, await cloud.token());

      expect(answer.status).toBe(200);
      expect(await countStored()).toBe(before);
    });

    it("invoke is answered as not implemented", async () => {
      const answer = await post({ ...messageActivity(cloud), type: "invoke" }, await cloud.token());

      expect(answer.status).toBe(501);
    });

    it("conversationUpdate brings the newest address of a talk", async () => {
      const message = messageActivity(cloud);
      const moved = `${cloud.serviceUrl}emea/`;
      await post(message, await cloud.token());

      await post(
        { ...message, type: "conversationUpdate", serviceUrl: moved },
        await cloud.token({ serviceurl: moved }),
      );

      const [link] = await desk.links.byExternal("msteams", message.conversation.id);
      expect(link?.reference.serviceUrl).toBe(moved);
    });
  });

  it("asks the channel to send again when its keys cannot be read", async () => {
    const other = createChannelDesk(store, cloud, { openIdMetadataUrl: `${cloud.url}/nowhere` });
    const headers = { authorization: await cloud.token() };

    const answer = await other.channel.receive({ method: "POST", headers, body: messageActivity(cloud) });

    expect(answer).toMatchObject({ status: 503, body: { error: { code: "server/busy" } } });
  });

  it("answers in time when the keys never come, and asks to send again (F25)", async () => {
    const other = createChannelDesk(store, cloud, {
      openIdMetadataUrl: `${cloud.url}/silence`,
      answerWithinMs: 100,
    });
    const headers = { authorization: await cloud.token() };

    const answer = await other.channel.receive({ method: "POST", headers, body: messageActivity(cloud) });

    expect(answer).toMatchObject({ status: 503, body: { error: { code: "server/busy" } } });
  });

  it("tells nothing of a fault of its own", async () => {
    const failing = async () => {
      throw new Error("the password is hunter2");
    };
    const other = createChannelDesk(store, cloud, { ensureAccount: failing });
    const headers = { authorization: await cloud.token() };

    const answer = await other.channel.receive({ method: "POST", headers, body: messageActivity(cloud) });

    expect(answer).toMatchObject({ status: 500, body: { error: { code: "server/failed" } } });
    expect(JSON.stringify(answer)).not.toContain("hunter2");
  });

  it("refuses a person whose account may not write", async () => {
    const other = createChannelDesk(store, cloud, { ensureAccount: async () => undefined });
    const headers = { authorization: await cloud.token() };

    const answer = await other.channel.receive({ method: "POST", headers, body: messageActivity(cloud) });

    expect(answer).toMatchObject({ status: 403, body: { error: { code: "channel/refused" } } });
  });

  describe("without an app id", () => {
    const receive = (
      onLoopback: boolean,
      headers: Record<string, string> = {},
      change: Record<string, unknown> = {},
    ) => {
      const open = createChannelDesk(store, cloud, { appId: undefined, serviceUrls: [], onLoopback });
      const body = messageActivity(cloud, {
        channelId: "emulator",
        serviceUrl: "http://localhost:5000",
        ...change,
      });
      return open.channel.receive({ method: "POST", headers, body });
    };

    it("takes messages of tools on this machine", async () => {
      expect(await receive(true, { host: "localhost:3978" })).toEqual({ status: 200 });
    });

    it.each([
      ["a server that others reach", false, {}, {}],
      ["a page that posts through its reader's browser", true, { origin: "https://evil.test" }, {}],
      ["a name that was made to lead here", true, { host: "evil.test:3978" }, {}],
      ["a service URL elsewhere", true, {}, { serviceUrl: "https://evil.test/" }],
      [
        "a service URL inside another server here",
        true,
        {},
        { serviceUrl: "http://127.0.0.1:6379/internal" },
      ],
      ["a service URL that hides its host", true, {}, { serviceUrl: "http://localhost@evil.test/" }],
    ])("refuses %s (S21)", async (_, onLoopback, headers, change) => {
      const before = await countStored();

      const answer = await receive(onLoopback, headers, change);

      expect(answer).toMatchObject({ status: 403, body: { error: { code: "channel/refused" } } });
      expect(await countStored()).toBe(before);
    });

    it("gives nobody the account of another talk for a claimed id", async () => {
      await receive(true, {}, { from: { id: "boss", name: "Boss" } });
      await receive(true, {}, { from: { id: "boss", name: "Boss" } });

      const [one, two] = (await messages()).slice(-2);
      expect(one?.sender_id).not.toBe(two?.sender_id);
    });
  });
});
