import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { createTrail } from "../../config/index.js";
import { createHttp, type Http } from "../../http.js";

const script = "console.log('the first build');";
const page = `<!doctype html><script nonce="%CSP_NONCE%"></script>`;

/** The built pages as a node serves them, while an upgrade lays out others in their place. */
describe("built files", () => {
  let folder: string;
  let http: Http;
  let url: string;
  const faults: string[] = [];
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "deskhand-files-"));
    mkdirSync(join(folder, "assets"));
    mkdirSync(join(folder, "widget"));
    writeFileSync(join(folder, "index.html"), page);
    writeFileSync(join(folder, "assets", "main-1a2b.js"), script);
    writeFileSync(join(folder, "assets", "main-1a2b.js.gz"), gzipSync(script));
    writeFileSync(join(folder, "widget", "pt.1a2b.json"), "{}");
    writeFileSync(join(folder, "widget.js"), "window.Deskhand = {};");
    http = createHttp({
      routes: [],
      streams: [],
      webFolder: folder,
      maxBodyBytes: 1000,
      allowedOrigins: () => [],
      isHttps: false,
      log: { warn: () => undefined, error: (_fields, text) => void faults.push(text) },
      shape: (_path, answer) => answer,
      tell: (body) => body,
      trail: createTrail(),
      newRequestId: () => "request",
      isPassing: () => false,
      took: () => undefined,
      authenticate: async () => undefined,
      addressOf: () => "127.0.0.1",
      admits: async () => true,
    });
    url = `http://127.0.0.1:${await http.listen(0, "127.0.0.1")}`;
  });
  afterEach(async () => {
    await http.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const read = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(url + path, { headers });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  it("are those the node began with, also when they vanish or others come in their place", async () => {
    rmSync(join(folder, "assets", "main-1a2b.js"));
    rmSync(join(folder, "assets", "main-1a2b.js.gz"));
    writeFileSync(join(folder, "widget.js"), "another, and longer than the first one was");

    const answers = await Promise.all([
      ...Array.from({ length: 20 }, () => read("/assets/main-1a2b.js")),
      ...Array.from({ length: 20 }, () => read("/assets/main-1a2b.js", { "accept-encoding": "identity" })),
    ]);
    const widget = await read("/widget.js");

    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(
      new Set([`200 ${script}`]),
    );
    expect(widget.text).toBe("window.Deskhand = {};");
    expect(faults).toEqual([]);
  });

  it("come small to who can unpack them, are kept for long under a name of their own, and asked for again else", async () => {
    const lasting = await read("/assets/main-1a2b.js");
    const plain = await read("/assets/main-1a2b.js", { "accept-encoding": "identity" });
    const widget = await read("/widget.js");

    expect(Object.fromEntries(lasting.headers)).toMatchObject({
      "content-type": "text/javascript; charset=utf-8",
      "content-encoding": "gzip",
      "cache-control": "public, max-age=31536000, immutable",
      vary: "Accept-Encoding",
    });
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(plain.text).toBe(gunzipSync(gzipSync(script)).toString());
    expect(widget.headers.get("cache-control")).toBe("no-cache");
    const again = await read("/widget.js", { "if-none-match": widget.headers.get("etag") ?? "" });
    expect([again.status, again.text]).toEqual([304, ""]);
    expect((await read("/widget.js", { "if-none-match": `"another"` })).status).toBe(200);
  });

  it("can be read by pages of other sites where they are words of the widget, and by nobody else's name", async () => {
    const { headers } = await read("/widget/pt.1a2b.json", { origin: "https://portal.example" });

    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
  });

  it.each([
    "/index.html",
    "/assets",
    "/assets/",
    "/assets/main-1a2b.js.gz",
    "/../package.json",
    "/%2e%2e/package.json",
    "/assets/..%2f..%2fetc%2fpasswd",
    "/%E0%A4%A",
    "/__proto__",
    "/constructor",
  ])("are all there is: %s is not found", async (path) => {
    expect((await read(path)).status).toBe(404);
    expect(faults).toEqual([]);
  });

  it.each(["bytes=5-2", "bytes=abc-", "bytes=0-1", "bytes=99999-"])(
    "come whole to who asks for %s",
    async (range) => {
      const { status, text } = await read("/widget.js", { range });

      expect([status, text]).toEqual([200, "window.Deskhand = {};"]);
    },
  );
});
