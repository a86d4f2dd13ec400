import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import type { FileAttachment, Ticket } from "../../contract/index.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { type DeskClient, Talk } from "../support/desk-client.js";
import { pdf, png, polyglot, svg } from "../support/sample-files.js";

describe("files at the desk", () => {
  let desk: RunningDesk;
  let ana: DeskClient;
  let rui: DeskClient;
  let bruno: DeskClient;

  beforeAll(async () => {
    desk = await startDesk({ FILES_MAX_BYTES: "200000" });
    [ana, rui, bruno] = await Promise.all([desk.connect("ana"), desk.connect("rui"), desk.connect("bruno")]);
  });
  afterAll(() => desk.stop());

  const begin = () => Talk.begin(ana);
  const upload = async (talk: Talk, bytes: Buffer, name: string, who = ana) => {
    const query = new URLSearchParams({ name, requestId: randomUUID() });
    const response = await fetch(`${desk.url}/api/v1/conversations/${talk.id}/files?${query}`, {
      method: "POST",
      headers: { authorization: `Bearer ${who.token}` },
      body: new Uint8Array(bytes),
    });
    return { status: response.status, body: (await response.json()) as FileAttachment };
  };
  const uploaded = async (talk: Talk, bytes = png, name = "a.png"): Promise<FileAttachment> =>
    (await upload(talk, bytes, name)).body as FileAttachment;
  const read = (id: string, who?: DeskClient, query = "") =>
    fetch(`${desk.url}/api/v1/files/${id}${query}`, {
      headers: who === undefined ? {} : { authorization: `Bearer ${who.token}` },
    });
  const send = (talk: Talk, fileIds: string[], text = "") =>
    ana.get("message:send", {
      conversationId: talk.id,
      clientMessageId: randomUUID(),
      text,
      attachments: fileIds,
    });
  const replyTo = async (talk: Talk, seq: number) =>
    (
      await ana.hear(
        "message:posted",
        ({ message }) =>
          message.conversationId === talk.id && message.seq > seq && message.sender.kind === "assistant",
      )
    ).message;

  it("takes a file, shows it to both sides and gives it back as it was (S2-X6)", async () => {
    const talk = await begin();
    const { fileId } = await uploaded(talk, pdf, "Ação nº 1.pdf");
    const { message } = await send(talk, [fileId]);

    const answer = await read(fileId, ana);

    expect(message.attachments).toEqual([
      { kind: "file", fileId, name: "Ação nº 1.pdf", type: "application/pdf", size: pdf.length },
    ]);
    expect(Buffer.from(await answer.arrayBuffer()).equals(pdf)).toBe(true);
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; .*filename\*=UTF-8''A%C3%A7%C3%A3o/,
    );
  });

  it("lets no browser run what is inside (S6, S7)", async () => {
    const talk = await begin();
    const file = await uploaded(
      talk,
      Buffer.concat([png, Buffer.from("<script>alert(1)</script>")]),
      "x.html",
    );

    const answer = await read(file.fileId, ana);
    const { headers } = answer;

    expect(headers.get("content-type")).toBe("image/png");
    expect(Buffer.from(await answer.arrayBuffer()).includes("script")).toBe(false);
    // What only begins like a picture is none.
    expect((await upload(talk, polyglot, "x.gif")).status).toBe(422);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/);
    expect((await upload(talk, svg, "x.png")).status).toBe(422);
  });

  it("refuses what is too large before and while it comes, and goes on serving", async () => {
    const talk = await begin();
    const big = Buffer.concat([png, Buffer.alloc(300_000)]);

    expect(await upload(talk, big, "a.png")).toMatchObject({
      status: 413,
      body: { error: { code: "file/too-large" } },
    });
    expect(await uploadWithoutLength(talk, big)).toMatch(/^HTTP\/1\.1 413/);
    expect((await upload(talk, Buffer.alloc(0), "a.png")).status).toBe(422);
    expect((await upload(talk, png, "a.png")).status).toBe(201);
  });

  function uploadWithoutLength(talk: Talk, bytes: Buffer): Promise<string> {
    return new Promise((resolve, reject) => {
      const { hostname, port } = new URL(desk.url);
      const socket = connect(Number(port), hostname);
      let heard = "";
      socket.on("data", (data) => {
        heard += data;
      });
      socket.on("error", reject);
      socket.on("close", () => resolve(heard));
      const path = `/api/v1/conversations/${talk.id}/files?name=a.png&requestId=${randomUUID()}`;
      const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${ana.token}\r\n`;
      socket.write(`${head}Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n`);
      socket.write(`${bytes.length.toString(16)}\r\n`);
      socket.write(bytes);
      socket.write("\r\n0\r\n\r\n");
    });
  }

  it("shows a file to nobody who does not read the talk (S9)", async () => {
    const talk = await begin();
    const { fileId } = await uploaded(talk);

    expect((await read(fileId)).status).toBe(401);
    expect((await read(fileId, rui)).status).toBe(404);
    expect((await read(fileId, bruno)).status).toBe(404);
    expect((await read(randomUUID(), ana)).status).toBe(404);
    expect((await read(fileId, undefined, "?key=guess")).status).toBe(404);
    expect((await upload(talk, png, "a.png", rui)).status).toBe(404);
  });

  it("asks what to do with a file, and a ticket that is opened then gets it (S2-X6)", async () => {
    const talk = await begin();
    const { fileId } = await uploaded(talk, png, "error.png");
    const { message } = await send(talk, [fileId]);

    const asked = await replyTo(talk, message.seq);

    expect(asked.text).toContain("error.png");
    expect(asked.actions?.map(({ value }) => value.kind)).toEqual(
      expect.arrayContaining(["new-ticket", "talk-to-attendant"]),
    );
    const ticket = await openTicket(talk);
    expect(ticket.files).toMatchObject([{ fileId, name: "error.png" }]);
    // Whoever works on tickets reads it from now on.
    expect((await read(fileId, bruno)).status).toBe(200);
    expect((await read(fileId, rui)).status).toBe(404);
  });

  it("attaches a file that comes in the middle of the form, and goes on asking (S2-X6)", async () => {
    const talk = await begin();
    await talk.say("New ticket", { kind: "new-ticket" });
    const { fileId } = await uploaded(talk, pdf, "log.pdf");
    const { message } = await send(talk, [fileId]);
    const acknowledged = await replyTo(talk, message.seq);
    await replyTo(talk, acknowledged.seq);

    const confirm = await talk.say("My screen stays black after lunch");
    const done = await talk.say("Yes", { kind: "yes" });

    expect(acknowledged.text).toContain("log.pdf");
    expect(confirm.actions?.map(({ value }) => value.kind)).toEqual(["yes", "no"]);
    expect((await readTicket(done.text.match(/\d+/)?.[0] ?? "")).files).toMatchObject([{ fileId }]);
  });

  it("attaches a file to a ticket that is open, when that is chosen", async () => {
    const other = await begin();
    const { number } = await openTicket(other);
    const talk = await begin();
    const { fileId } = await uploaded(talk, png, "later.png");
    const { message } = await send(talk, [fileId]);
    await replyTo(talk, message.seq);

    await talk.say("attach", { kind: "attach-files", ticketNumber: number });

    expect((await readTicket(number)).files).toMatchObject([{ fileId }]);
    const { body } = await ana.rest("GET", `/api/v1/tickets/${number}`);
    expect(body).toMatchObject({ files: [{ name: "later.png" }] });
  });

  async function openTicket(talk: Talk): Promise<Ticket> {
    await talk.say("New ticket", { kind: "new-ticket" });
    await talk.say("My screen stays black after lunch");
    const done = await talk.say("Yes", { kind: "yes" });
    return readTicket(done.text.match(/\d+/)?.[0] ?? "");
  }

  async function readTicket(number: string): Promise<Ticket> {
    return (await ana.rest("GET", `/api/v1/tickets/${number}`)).body as Ticket;
  }
});
