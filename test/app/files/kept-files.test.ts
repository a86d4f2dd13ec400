import { randomUUID } from "node:crypto";
import type { FileAttachment } from "../../../contract/index.js";
import { type RunningDesk, startDesk } from "../../support/desk.js";
import { type DeskClient, Talk } from "../../support/desk-client.js";
import { bucket, openS3, type S3Server, s3Keys } from "../../support/s3-server.js";
import { pdf, png } from "../../support/sample-files.js";
import { eicar, openScanner, type Scanner } from "../../support/scanner.js";

type Uploaded = FileAttachment & { error?: { code: string; message: string } };

interface Stage {
  readonly desk: RunningDesk;
  readonly ana: DeskClient;
  readonly rui: DeskClient;
  talk(): Promise<Talk>;
  upload(talk: Talk, bytes: Buffer, name: string): Promise<{ status: number; body: Uploaded }>;
  send(talk: Talk, fileId: string): Promise<void>;
  read(id: string, who?: DeskClient): Promise<{ status: number; bytes: Buffer; code: string | undefined }>;
  /** What the desk does every few seconds, now. */
  lookAfter(): Promise<void>;
}

async function openStage(environment: Readonly<Record<string, string>>): Promise<Stage> {
  const desk = await startDesk(environment);
  const [ana, rui] = [await desk.connect("ana"), await desk.connect("rui")];
  return {
    desk,
    ana,
    rui,
    talk: () => Talk.begin(ana),
    upload: async (talk, bytes, name) => {
      const query = new URLSearchParams({ name, requestId: randomUUID() });
      const response = await fetch(`${desk.url}/api/v1/conversations/${talk.id}/files?${query}`, {
        method: "POST",
        headers: { authorization: `Bearer ${ana.token}` },
        body: new Uint8Array(bytes),
      });
      return { status: response.status, body: (await response.json()) as Uploaded };
    },
    send: async (talk, fileId) => {
      await ana.get("message:send", {
        ...{ conversationId: talk.id, clientMessageId: randomUUID(), text: "", attachments: [fileId] },
      });
    },
    read: async (id, who = ana) => {
      const response = await fetch(`${desk.url}/api/v1/files/${id}`, {
        headers: { authorization: `Bearer ${who.token}` },
      });
      const bytes = Buffer.from(await response.arrayBuffer());
      const code = response.ok ? undefined : JSON.parse(bytes.toString()).error.code;
      return { status: response.status, bytes, code };
    },
    lookAfter: () => desk.app.domains.files.lookAfter(),
  };
}

describe("files that a scanner looks at", () => {
  let scanner: Scanner;
  let stage: Stage;
  beforeAll(async () => {
    scanner = await openScanner();
    stage = await openStage({ FILES_SCANNER: scanner.address });
  });
  beforeEach(() => {
    scanner.isAway = false;
    scanner.says = undefined;
  });
  afterAll(async () => {
    await stage.desk.stop();
    await scanner.close();
  });

  it("are given to nobody before it has, whole and part by part", async () => {
    const talk = await stage.talk();
    const large = Buffer.concat([pdf, Buffer.alloc(900_000, "a")]);
    const before = scanner.asked;
    const { status, body } = await stage.upload(talk, large, "large.pdf");

    expect([status, scanner.asked - before]).toEqual([201, 1]);
    expect((await stage.read(body.fileId)).bytes.equals(large)).toBe(true);
  });

  it("are refused with a clear sentence when they are harmful, wherever in the file, and leave nothing", async () => {
    const talk = await stage.talk();
    const hidden = Buffer.concat([pdf, Buffer.alloc(300_000, "a"), Buffer.from(eicar)]);
    const answer = await stage.upload(talk, hidden, "bill.pdf");

    expect(answer).toMatchObject({
      status: 422,
      body: { error: { code: "file/harmful", message: expect.stringContaining("harmful") } },
    });
    const { db } = stage.desk.app.domains.store;
    expect(await db.selectFrom("file").selectAll().where("name", "=", "bill.pdf").execute()).toEqual([]);
  });

  it("are held while it is away: the message goes, the file is told to wait, and comes when it was seen", async () => {
    const talk = await stage.talk();
    scanner.isAway = true;
    const { status, body } = await stage.upload(talk, pdf, "held.pdf");
    await stage.send(talk, body.fileId);
    const held = await stage.read(body.fileId);
    await expect(stage.lookAfter()).rejects.toThrow();
    const still = await stage.read(body.fileId);
    scanner.isAway = false;
    await stage.lookAfter();

    expect([status, held.status, held.code, still.code]).toEqual([
      201,
      409,
      "file/unchecked",
      "file/unchecked",
    ]);
    expect((await stage.read(body.fileId)).bytes.equals(pdf)).toBe(true);
  });

  it("are taken back when it was away and finds them harmful later", async () => {
    const talk = await stage.talk();
    scanner.isAway = true;
    const { body } = await stage.upload(talk, Buffer.concat([pdf, Buffer.from(eicar)]), "later.pdf");
    await stage.send(talk, body.fileId);
    scanner.isAway = false;
    await stage.lookAfter();

    expect(await stage.read(body.fileId)).toMatchObject({ status: 422, code: "file/harmful" });
    const { db } = stage.desk.app.domains.store;
    const parts = await db.selectFrom("file_part").selectAll().where("file_id", "=", body.fileId).execute();
    expect(parts).toEqual([]);
    // Others learn no more of it than before.
    expect(await stage.read(body.fileId, stage.rui)).toMatchObject({ status: 404, code: "file/not-found" });
  });

  it.each(["INSTREAM size limit exceeded. ERROR", "", "stream: OK and more", "x".repeat(9000)])(
    "are held when it answers %j",
    async (says) => {
      const talk = await stage.talk();
      scanner.says = says;
      const { body } = await stage.upload(talk, pdf, "odd.pdf");

      expect(await stage.read(body.fileId)).toMatchObject({ status: 409, code: "file/unchecked" });
      scanner.says = undefined;
      await stage.lookAfter();
      expect((await stage.read(body.fileId)).status).toBe(200);
    },
  );
});

describe("files in a store that speaks S3", () => {
  let s3: S3Server;
  let stage: Stage;
  beforeAll(async () => {
    s3 = await openS3();
    stage = await openStage({ S3_BUCKET: bucket, S3_ENDPOINT: s3.url, ...s3Keys });
  });
  afterAll(async () => {
    await stage.desk.stop();
    await s3.close();
  });
  const partsOf = (id: string) =>
    stage.desk.app.domains.store.db.selectFrom("file_part").select("at").where("file_id", "=", id).execute();

  it("move there, leave the database, and are read through the desk's own checks", async () => {
    const talk = await stage.talk();
    const large = Buffer.concat([pdf, Buffer.alloc(700_000, "b")]);
    const { body } = await stage.upload(talk, large, "large.pdf");
    await stage.send(talk, body.fileId);
    const before = await stage.read(body.fileId);
    await Promise.all([stage.lookAfter(), stage.lookAfter()]);
    const after = await stage.read(body.fileId);

    expect(s3.names()).toContain(`files/${body.fileId}`);
    expect(await partsOf(body.fileId)).toEqual([]);
    expect([before, after].map(({ bytes }) => bytes.equals(large))).toEqual([true, true]);
    expect(await stage.read(body.fileId, stage.rui)).toMatchObject({ status: 404, code: "file/not-found" });
  });

  it("are taken while the store is away, kept in the database, and moved when it is back", async () => {
    const talk = await stage.talk();
    const { body: moved } = await stage.upload(talk, pdf, "moved.pdf");
    await stage.lookAfter();
    await s3.stop();
    const { status, body: kept } = await stage.upload(talk, png, "kept.png");
    await expect(stage.lookAfter()).rejects.toThrow();
    const [here, there] = [await stage.read(kept.fileId), await stage.read(moved.fileId)];
    await s3.start();
    await stage.lookAfter();

    expect([status, here.status, there.status]).toEqual([201, 200, 503]);
    expect(s3.names()).toContain(`files/${kept.fileId}`);
    expect([(await stage.read(kept.fileId)).status, (await stage.read(moved.fileId)).status]).toEqual([
      200, 200,
    ]);
  });

  it("go from there when they are taken back or erased, also when it was away at first", async () => {
    const talk = await stage.talk();
    const { body } = await stage.upload(talk, pdf, "gone.pdf");
    await stage.lookAfter();
    await s3.stop();
    const away = await stage.ana.rest("DELETE", `/api/v1/files/${body.fileId}`);
    const { code } = await stage.read(body.fileId);
    await s3.start();
    const { db } = stage.desk.app.domains.store;
    await db.updateTable("file").set({ created_at: 0 }).where("id", "=", body.fileId).execute();
    await stage.desk.app.domains.files.sweep();

    expect(away.status).toBe(204);
    expect(code).toBe("file/not-found");
    expect(s3.names()).not.toContain(`files/${body.fileId}`);
    expect(await db.selectFrom("file").selectAll().where("id", "=", body.fileId).execute()).toEqual([]);
  });
});
