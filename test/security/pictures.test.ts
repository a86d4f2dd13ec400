import { randomUUID } from "node:crypto";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { createCleanPicture } from "../../app/files/clean-picture.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { type DeskClient, Talk } from "../support/desk-client.js";
import { gif, png, polyglot } from "../support/sample-files.js";

/** What the desk may grow by while it refuses a bomb. */
const growthMbMost = 300;

describe("pictures that are bombs, or tell more than they show (S27)", () => {
  let desk: RunningDesk;
  let ana: DeskClient;
  let talk: Talk;
  beforeAll(async () => {
    desk = await startDesk();
    ana = await desk.connect("ana");
    talk = await Talk.begin(ana);
  });
  afterAll(() => desk.stop());

  async function upload(bytes: Buffer, name: string) {
    const query = new URLSearchParams({ name, requestId: randomUUID() });
    const response = await fetch(`${desk.url}/api/v1/conversations/${talk.id}/files?${query}`, {
      method: "POST",
      headers: { authorization: `Bearer ${ana.token}` },
      body: new Uint8Array(bytes),
    });
    return (await response.json()) as { fileId: string; size: number; error?: { code: string } };
  }
  async function read(fileId: string): Promise<Buffer> {
    const response = await fetch(`${desk.url}/api/v1/files/${fileId}`, {
      headers: { authorization: `Bearer ${ana.token}` },
    });
    expect(response.status).toBe(200);
    return Buffer.from(await response.arrayBuffer());
  }

  it.each([
    ["a PNG of 60,000 by 60,000 pixels", "x.png", () => flatPng(60_000, 60_000)],
    ["a PNG that says it is the largest there can be", "x.png", () => flatPng(0x7fffffff, 0x7fffffff)],
    ["a GIF of 65,535 by 65,535", "x.gif", () => sized(sized(gif, 6, 65_535), 32, 65_535)],
    ["a GIF of 600 frames", "x.gif", () => frames(600)],
    ["a JPEG that says it is 65,535 by 65,535", "x.jpg", hugeJpeg],
    ["a picture that ends in the middle", "x.png", async () => half(await noise())],
    ["a picture with nothing in it", "x.png", async () => png.subarray(0, 33)],
  ])("refuses %s quickly, in little memory, and says so", async (_what, name, make) => {
    const bytes = await make();
    const before = process.memoryUsage.rss();
    const startedAt = process.cpuUsage();
    const answer = await upload(bytes, name);
    const { user, system } = process.cpuUsage(startedAt);

    expect(answer.error?.code).toBe("file/refused");
    expect((user + system) / 1e6).toBeLessThan(20);
    expect((process.memoryUsage.rss() - before) / 1024 / 1024).toBeLessThan(growthMbMost);
    expect((await fetch(`${desk.url}/healthz`)).status).toBe(200);
  });

  it("keeps no place, no camera and no words of the one who took it, and shows it the right way up", async () => {
    const taken = await sharp({ create: { width: 40, height: 20, channels: 3, background: "#c00" } })
      .jpeg()
      .withExif({
        IFD0: { Make: "CanaryCam", Artist: "canary-artist", Copyright: "canary" },
        IFD3: { GPSLatitudeRef: "N", GPSLatitude: "41/1 9/1 0/1" },
      })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const withPlace = await sharp(taken).metadata();
    const { fileId, size } = await upload(taken, "photo.jpg");
    const kept = await read(fileId);
    const { exif, icc, xmp, iptc, width, height, format } = await sharp(kept).metadata();

    expect(withPlace.exif).toBeDefined();
    expect([exif, icc, xmp, iptc]).toEqual([undefined, undefined, undefined, undefined]);
    expect([format, width, height, size]).toEqual(["jpeg", 20, 40, kept.length]);
    expect(kept.toString("latin1")).not.toMatch(/canary|Exif|GPS/i);
  });

  it("keeps no second file behind or within the first", async () => {
    const hidden = Buffer.from("PK\u0003\u0004<script>canary-behind</script>");
    const comment = chunk("tEXt", Buffer.from("Comment\0canary-comment"));
    const withComment = Buffer.concat([png.subarray(0, 33), comment, png.subarray(33)]);
    for (const [bytes, name] of [
      [Buffer.concat([png, hidden]), "a.png"],
      [withComment, "b.png"],
      [Buffer.concat([gif, hidden]), "c.gif"],
    ] as const) {
      const kept = await read((await upload(bytes, name)).fileId);
      expect([name, /canary|<script/.test(kept.toString("latin1"))]).toEqual([name, false]);
    }
    const answer = await upload(polyglot, "d.gif");
    if (answer.fileId !== undefined) {
      expect((await read(answer.fileId)).toString("latin1")).not.toContain("alert");
    } else expect(answer.error?.code).toBe("file/refused");
  });

  it("lets what moves go on moving, and what is seen through be seen through", async () => {
    const moving = await frames(12);
    const kept = await read((await upload(moving, "moves.gif")).fileId);
    const clear = await sharp({
      create: { width: 9, height: 9, channels: 4, background: { r: 1, g: 2, b: 3, alpha: 0.5 } },
    })
      .webp({ lossless: true })
      .toBuffer();
    const seen = await sharp(await read((await upload(clear, "clear.webp")).fileId)).metadata();

    expect((await sharp(kept).metadata()).pages).toBe(12);
    expect([seen.format, seen.hasAlpha]).toEqual(["webp", true]);
  });

  it("opens nothing but pictures: no SVG, no PDF, no TIFF, whatever it is called", async () => {
    const clean = createCleanPicture();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    const tiff = await sharpTiff();
    for (const bytes of [svg, Buffer.from("%PDF-1.4\n"), tiff]) {
      await expect(clean(bytes, "image/png")).rejects.toMatchObject({ code: "file/refused" });
    }
    expect(await clean(svg, "text/plain")).toBeUndefined();
  });
});

/** A bare TIFF of one pixel: its loader is among those that are blocked. */
async function sharpTiff(): Promise<Buffer> {
  return sharp({ create: { width: 1, height: 1, channels: 3, background: "#000" } })
    .tiff()
    .toBuffer();
}

const half = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2);

async function noise(): Promise<Buffer> {
  const raw = Buffer.from(Array.from({ length: 64 * 64 * 3 }, (_, at) => (at * 7919) % 251));
  return sharp(raw, { raw: { width: 64, height: 64, channels: 3 } })
    .png()
    .toBuffer();
}

/** A GIF of so many frames, no two beside each other alike. */
async function frames(count: number): Promise<Buffer> {
  const side = 2;
  const one = side * side * 3;
  const raw = Buffer.alloc(count * one, 0);
  for (let at = 0; at < count; at += 1)
    raw.fill(at % 2 === 0 ? 255 : (at * 7) % 200, at * one, (at + 1) * one);
  return sharp(raw, { raw: { width: side, height: side * count, channels: 3, pageHeight: side } })
    .gif({ loop: 0, delay: Array.from({ length: count }, () => 50) })
    .toBuffer();
}

function sized(picture: Buffer, at: number, side: number): Buffer {
  const copy = Buffer.from(picture);
  copy.writeUInt16LE(side, at);
  copy.writeUInt16LE(side, at + 2);
  return copy;
}

/** Some kilobytes that unfold to as many pixels as are asked for. */
function flatPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(2_000_000));
  const signature = Buffer.from("89504e470d0a1a0a", "hex");
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", rows),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const named = Buffer.concat([Buffer.from(name), content]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc(named));
  return Buffer.concat([length, named, sum]);
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

async function hugeJpeg(): Promise<Buffer> {
  const small = await sharp({ create: { width: 16, height: 16, channels: 3, background: "#123" } })
    .jpeg()
    .toBuffer();
  const at = small.indexOf(Buffer.from([0xff, 0xc0]));
  small.writeUInt16BE(65_535, at + 5);
  small.writeUInt16BE(65_535, at + 7);
  return small;
}
