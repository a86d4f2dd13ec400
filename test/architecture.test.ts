import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const root = resolve(__dirname, "..");
const serverFolders = [
  "app",
  "http",
  "sockets",
  "bot",
  "handoff",
  "nlp",
  "knowledge",
  "tickets",
  "config",
  "contract",
  "store",
  "conversation",
  "insight",
  "consults",
];
const rootFiles = [
  "main.ts",
  "serve.ts",
  "app.ts",
  "http.ts",
  "sockets.ts",
  "import.ts",
  "backup.ts",
  "migrate.ts",
];

/** Who may import whom (design section 2); a folder may always import itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  store: ["contract"],
  conversation: ["store", "contract"],
  config: ["store", "contract"],
  nlp: ["contract"],
  knowledge: ["store", "contract"],
  tickets: ["store", "contract"],
  insight: ["conversation", "store", "contract"],
  handoff: ["conversation", "store", "contract"],
  consults: ["conversation", "store", "contract"],
  bot: ["nlp", "knowledge", "tickets", "handoff", "conversation", "contract"],
  http: ["contract"],
  sockets: ["contract"],
  app: [...serverFolders, "http.ts", "sockets.ts"],
  "http.ts": ["http", "contract"],
  "sockets.ts": ["sockets", "contract"],
  "app.ts": [...serverFolders, "http.ts", "sockets.ts"],
  "main.ts": ["serve.ts", "http"],
  "serve.ts": ["app.ts", "app", "config"],
  "backup.ts": ["config", "store"],
  "migrate.ts": ["config", "store"],
  "import.ts": ["app", "config", "store", "knowledge", "nlp", "contract"],
};

/** Packages that live in one place, so that each can be replaced in an afternoon. */
const onlyIn: Readonly<Record<string, RegExp>> = {
  botbuilder: /^bot\//,
  "botframework-connector": /^bot\//,
  "botframework-schema": /^bot\//,
  restify: /^http\.ts$/,
  "socket.io": /^sockets\.ts$/,
  "@nlpjs/": /^nlp\//,
  "fuse.js": /^knowledge\//,
  ioredis: /^(config|handoff)\//,
  "@opentelemetry/": /^config\/trail\//,
  "openid-client": /^config\/sign-on\//,
  nodemailer: /^config\/mail\//,
  imapflow: /^config\/mailbox\//,
  mailauth: /^config\/mailbox\//,
  "postal-mime": /^config\/mailbox\//,
  "html-to-text": /^config\/mailbox\//,
  "web-push": /^config\/push\//,
  luxon: /^(config|tickets|insight)\//,
  libsql: /^store\//,
  pg: /^store\//,
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isRuntime: boolean;
}

const files = [
  ...serverFolders.flatMap((folder) => sources(join(root, folder))),
  ...rootFiles.map((name) => join(root, name)),
]
  .filter((path) => exists(path))
  .map((path) => relative(root, path));
const texts = new Map(files.map((file) => [file, readFileSync(join(root, file), "utf8")]));
const imports = files.flatMap((file) => importsOf(file, texts.get(file) ?? ""));

describe("the architecture", () => {
  it("imports only along the arrows of the matrix", () => {
    const wrong = imports.filter(({ from, to }) => {
      if (!to.startsWith(".")) return false;
      const [source, target] = [areaOf(from), areaOf(resolved(from, to))];
      return source !== target && !(mayImport[source] ?? []).includes(target);
    });

    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it("reaches into another folder only through its index", () => {
    const wrong = imports.filter(({ from, to }) => {
      if (!to.startsWith(".")) return false;
      const target = resolved(from, to);
      const area = areaOf(target);
      const isOwn =
        areaOf(from) === area || area === `${areaOf(from)}` || area === areaOf(from).replace(".ts", "");
      return !isOwn && serverFolders.includes(area) && !/^[^/]+(\/[^/]+)?\/index\.ts$/.test(target);
    });
    const allowed = wrong.filter(({ from, to }) => !isOpen(from, resolved(from, to)));

    expect(allowed.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it("has no import cycle", () => {
    const graph = new Map<string, string[]>();
    for (const { from, to, isRuntime } of imports) {
      if (isRuntime && to.startsWith(".")) graph.set(from, [...(graph.get(from) ?? []), resolved(from, to)]);
    }

    expect(findCycle(graph)).toEqual([]);
  });

  it("keeps each framework in its place", () => {
    const wrong = imports.filter(({ from, to }) =>
      Object.entries(onlyIn).some(([name, place]) => {
        const isIt = name.endsWith("/") ? to.startsWith(name) : to === name || to.startsWith(`${name}/`);
        return isIt && !place.test(from);
      }),
    );

    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it("reads the environment in main.ts, import.ts and config/ only, and never exits by force", () => {
    const readers = files.filter((file) => /\bprocess\.env\b/.test(texts.get(file) ?? ""));
    const exits = files.filter((file) => /\bprocess\.exit\(/.test(texts.get(file) ?? ""));

    expect(readers.filter((file) => !/^(main\.ts|import\.ts|config\/)/.test(file))).toEqual([]);
    expect(exits).toEqual([]);
  });

  it("keeps files small enough to be read at once", () => {
    const long = files
      .filter((file) => !/\/(corpus|demo|replies|texts)\//.test(file))
      .filter((file) => (texts.get(file)?.split("\n").length ?? 0) > 260);

    expect(long).toEqual([]);
  });

  it("uses named exports only", () => {
    // The contract is one language in many files: its index is their list.
    const wrong = files.filter(
      (file) =>
        /^export default/m.test(texts.get(file) ?? "") ||
        (file !== "contract/index.ts" && /^export \*/m.test(texts.get(file) ?? "")),
    );

    expect(wrong).toEqual([]);
  });

  it("lets the web import the contract and nothing else of the server", () => {
    const web = sources(join(root, "web")).map((path) => relative(root, path));
    const wrong = web
      .flatMap((file) => importsOf(file, readFileSync(join(root, file), "utf8")))
      .filter(({ from, to }) => to.startsWith(".") && !/^(web|contract)\//.test(resolved(from, to)));

    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it("makes ids in the browser without randomUUID, which is missing on pages without https", () => {
    const web = sources(join(root, "web")).map((path) => relative(root, path));

    expect(web.filter((file) => /\brandomUUID\(/.test(readFileSync(join(root, file), "utf8")))).toEqual([]);
  });
});

/** Files that several places share by design: the socket's and HTTP's own types for the composition root. */
function isOpen(from: string, target: string): boolean {
  if (/^(app\/|app\.ts)/.test(from)) return /^(http|sockets|config|bot|knowledge)\//.test(target);
  return /^(main|serve|import|backup|migrate)\.ts$/.test(from);
}

function sources(folder: string): string[] {
  if (!exists(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith(".d.ts") ? [path] : [];
  });
}

function exists(path: string): boolean {
  try {
    readdirSync(dirname(path));
    return path.endsWith(".ts") || path.endsWith(".tsx")
      ? readFileSync(path).length >= 0
      : readdirSync(path).length >= 0;
  } catch {
    return false;
  }
}

function importsOf(from: string, text: string): Import[] {
  const found = text.matchAll(/^(import|export)\s+(type\s+)?([^;]*?\sfrom\s+)?["']([^"']+)["'];/gms);
  return [...found].map(([, , typeOnly, , to = ""]) => ({ from, to, isRuntime: typeOnly === undefined }));
}

function resolved(from: string, to: string): string {
  return relative(root, resolve(root, dirname(from), to)).replace(/\.js$/, ".ts");
}

function areaOf(file: string): string {
  return file.split("/")[0] ?? file;
}

function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    path.push(file);
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next);
      if (cycle.length > 0) return cycle;
    }
    path.pop();
    done.add(file);
    return [];
  };
  for (const file of graph.keys()) {
    const cycle = visit(file);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
