import { randomUUID } from "node:crypto";
import type { Principal } from "../../../contract/index.js";
import {
  type Conversations,
  createConversations,
  createFiles,
  createSilentBell,
  type Files,
} from "../../../conversation/index.js";
import { addAccount } from "../../support/desks.js";
import { gif, html, pdf, png, polyglot, program, svg, zip } from "../../support/sample-files.js";
import { engines, openTestStore, type TestStore } from "../../support/stores.js";

const maxBytes = 600_000;

describe.each(engines)("the files of conversations on %s", (engine) => {
  let store: TestStore;
  let conversations: Conversations;
  let files: Files;
  let ana: Principal;
  let rui: Principal;
  let talk: string;
  let now = 1_000_000;

  beforeAll(async () => {
    store = await openTestStore(engine);
    conversations = createConversations({
      store,
      bell: createSilentBell(),
      now: () => now,
      failed: (error) => {
        throw error;
      },
    });
    files = createFiles({ db: store.db, now: () => now, maxBytes });
    ana = await person();
    rui = await person();
    talk = await openTalk(ana);
  });
  afterAll(async () => {
    await conversations.idle();
    await store.discard();
  });

  async function person(): Promise<Principal> {
    const accountId = await addAccount(store);
    return { accountId, name: "Somebody", role: "requester", groupIds: [], sessionId: "" };
  }
  const openTalk = async ({ accountId }: Principal) =>
    (await conversations.open({ requesterId: accountId, channel: randomUUID(), locale: "en" })).id;

  const upload = (
    bytes: Iterable<Uint8Array>,
    name: string,
    change: { requestId?: string; who?: Principal } = {},
  ) =>
    files.upload(change.who ?? ana, {
      conversationId: talk,
      name,
      requestId: change.requestId ?? randomUUID(),
      bytes: (async function* () {
        yield* bytes;
      })(),
    });
  const send = (
    fileIds: string[],
    change: { name?: string; conversationId?: string; who?: Principal } = {},
  ) => {
    const who = change.who ?? ana;
    return conversations.appendWithFiles(
      {
        conversationId: change.conversationId ?? talk,
        clientMessageId: change.name ?? randomUUID(),
        sender: { kind: "requester", id: who.accountId, name: who.name },
        text: "",
      },
      fileIds,
    );
  };
  const partsLeft = async () => (await store.db.selectFrom("file_part").select("file_id").execute()).length;

  it("keeps a file whole over many parts, and gives it to those who read the talk (S2-X6)", async () => {
    const bytes = Buffer.concat([png, Buffer.alloc(520_000, 7)]);
    const chunks = Array.from({ length: Math.ceil(bytes.length / 9000) }, (_, at) =>
      bytes.subarray(at * 9000, at * 9000 + 9000),
    );

    const file = await upload(chunks, "Screen shot.png");
    await send([file.fileId]);

    expect(file).toMatchObject({
      kind: "file",
      name: "Screen shot.png",
      type: "image/png",
      size: bytes.length,
    });
    expect((await files.read(ana, file.fileId)).bytes.equals(bytes)).toBe(true);
    await expect(files.read(rui, file.fileId)).rejects.toMatchObject({ code: "file/not-found" });
  });

  it.each([
    ["an SVG with a script", svg, "logo.svg"],
    ["an SVG that is called an image", svg, "logo.png"],
    ["a page that is called an image (S6)", html, "photo.png"],
    ["a page that is called a text", html, "notes.txt"],
    ["a program", program, "setup.exe"],
    ["a program that is called a PDF", program, "invoice.pdf"],
    ["a script", Buffer.from("alert(1)"), "app.js"],
    ["a text with a NUL in it", Buffer.from("ab\u0000cd"), "a.txt"],
  ])("refuses %s and keeps nothing of it", async (_, bytes, name) => {
    const before = await partsLeft();

    await expect(upload([bytes], name)).rejects.toMatchObject({ code: "file/refused" });
    expect(await partsLeft()).toBe(before);
  });

  it("decides the type by the bytes, and the ending follows the type", async () => {
    expect(await upload([pdf], "photo.png")).toMatchObject({
      type: "application/pdf",
      name: "photo.png.pdf",
    });
    expect(await upload([polyglot], "fun.js")).toMatchObject({ type: "image/gif", name: "fun.js.gif" });
    expect(await upload([gif], "fun.gif")).toMatchObject({ type: "image/gif", name: "fun.gif" });
    expect(await upload([zip], "tool.jar")).toMatchObject({ type: "application/zip", name: "tool.jar.zip" });
    expect(await upload([Buffer.from("a;b\nç;d\n")], "list.csv")).toMatchObject({
      type: "text/plain",
      name: "list.csv",
    });
  });

  it.each([
    ["../../etc/passwd.png", "passwd.png"],
    ["..%2f..%2fboot.png", "boot.png"],
    ["C:\\Windows\\a.png", "a.png"],
    ["in\u202egnp.exe\u200b.png", "ingnp.exe.png"],
    ["nul\u0000l.png", "null.png"],
    ["con.png", "_con.png"],
    ['a"b\r\nSet-Cookie: x.png', "a_bSet-Cookie_ x.png"],
    ["...", "file.png"],
  ])("makes a name of %j that can be shown and saved (S8)", async (name, clean) => {
    expect((await upload([png], name)).name).toBe(clean);
  });

  it("refuses what is empty and what is too large in the middle of the stream, and keeps nothing", async () => {
    const before = await partsLeft();
    let given = 0;
    function* endless() {
      for (;;) {
        given += 100_000;
        yield given === 100_000 ? Buffer.concat([png, Buffer.alloc(100_000)]) : Buffer.alloc(100_000);
      }
    }

    await expect(upload([], "a.png")).rejects.toMatchObject({ code: "file/empty" });
    await expect(upload(endless(), "a.png")).rejects.toMatchObject({ code: "file/too-large" });
    expect(given).toBeLessThan(maxBytes * 2);
    expect(await partsLeft()).toBe(before);
  });

  it("keeps nothing of an upload that is cut off", async () => {
    const before = await partsLeft();
    function* cut() {
      yield Buffer.concat([png, Buffer.alloc(300_000)]);
      throw new Error("gone");
    }

    await expect(upload(cut(), "a.png")).rejects.toThrow("gone");
    expect(await partsLeft()).toBe(before);
  });

  it("makes one file of an upload that is repeated, also at the same instant", async () => {
    const requestId = randomUUID();
    const [first, ...others] = await Promise.all(
      [1, 2, 3, 4].map(() => upload([png], "a.png", { requestId })),
    );

    const later = await upload([png], "a.png", { requestId });

    expect(new Set([first, ...others, later].map((file) => file?.fileId)).size).toBe(1);
  });

  it("sends a file once: with a repeat comes the first message, another message is refused (D1)", async () => {
    const { fileId } = await upload([png], "a.png");
    const name = randomUUID();
    const first = await send([fileId], { name });
    const again = await send([fileId], { name });

    expect(first).toMatchObject({ status: "stored", message: { attachments: [{ kind: "file", fileId }] } });
    expect(again).toMatchObject({ status: "repeat", message: { attachments: [{ kind: "file", fileId }] } });
    await expect(send([fileId])).rejects.toMatchObject({ code: "file/already-sent" });
  });

  it("gives a file to one of many messages that name it at once", async () => {
    const { fileId } = await upload([png], "a.png");
    const before = (await conversations.byId(talk))?.last_seq ?? 0;

    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => send([fileId])));

    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await conversations.byId(talk))?.last_seq).toBe(before + 1);
  });

  it("knows no file of another talk, and none of another person (S9)", async () => {
    const { fileId } = await upload([png], "a.png");
    const other = await openTalk(ana);
    const foreign = await openTalk(rui);

    await expect(send([fileId], { conversationId: other })).rejects.toMatchObject({ code: "file/not-found" });
    await expect(send([fileId], { conversationId: foreign, who: rui })).rejects.toMatchObject({
      code: "file/not-found",
    });
    await expect(files.read(rui, fileId)).rejects.toMatchObject({ code: "file/not-found" });
    await expect(files.remove(rui, fileId)).rejects.toMatchObject({ code: "file/not-found" });
    await expect(upload([png], "a.png", { who: rui })).rejects.toMatchObject({
      code: "conversation/not-found",
    });
    await expect(files.readByKey(fileId, "x".repeat(32))).rejects.toMatchObject({ code: "file/not-found" });
  });

  it("forgets what nobody has sent within a day, and keeps what was sent", async () => {
    const [kept, forgotten] = [await upload([png], "a.png"), await upload([png], "b.png")];
    await send([kept.fileId]);
    now += 25 * 60 * 60 * 1000;

    await files.sweep();

    expect((await files.read(ana, kept.fileId)).bytes.equals(png)).toBe(true);
    await expect(files.read(ana, forgotten.fileId)).rejects.toMatchObject({ code: "file/not-found" });
    await expect(send([forgotten.fileId])).rejects.toMatchObject({ code: "file/not-found" });
  });
});
