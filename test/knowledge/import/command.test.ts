import { type Audit, createAudit } from "../../../app/audit/index.js";
import { createArticles, type ImportCommand, runImportCommand } from "../../../knowledge/index.js";
import { openTestStore, type TestStore } from "../../support/stores.js";
import { growTree, type Tree } from "./tree.js";

describe("npm run import", () => {
  let store: TestStore;
  let tree: Tree;
  let audit: Audit;
  let out: string;
  let err: string;
  let opened: number;
  let closed: number;

  beforeAll(async () => {
    store = await openTestStore("sqlite");
    const failed = (error: unknown) => {
      throw error;
    };
    audit = createAudit({ store, now: () => 1, told: () => undefined, failed });
  });
  afterAll(() => store.discard());
  beforeEach(async () => {
    await store.db.deleteFrom("article").execute();
    tree = growTree({
      "a.md": "# A",
      "b.md": "# B",
      "bad.md": "---\ntitle: [\n---\n",
      "\u001b[31mred.md": "",
    });
    [out, err, opened, closed] = ["", "", 0, 0];
  });
  afterEach(() => tree.discard());

  function run(args: string[], change: Partial<ImportCommand> = {}): Promise<number> {
    let at = 0;
    return runImportCommand({
      args,
      cwd: tree.root,
      open: async () => {
        opened += 1;
        const close = async () => {
          closed += 1;
        };
        const record = <T>(asked: Readonly<Record<string, unknown>>, run: () => Promise<T>) => {
          const person = { accountId: "command-line", role: "operator" } as const;
          return audit.during({ person, method: "COMMAND", path: "import articles", params: {}, asked }, run);
        };
        return { articles: createArticles({ store, now: () => 1 }), record, close };
      },
      write: (text) => {
        out += text;
      },
      complain: (text) => {
        err += text;
      },
      isTerminal: false,
      now: () => {
        at += 1000;
        return at;
      },
      ...change,
    });
  }

  it("is an administrative act: recorded with what was wanted and what it came to, but for a dry run", async () => {
    await run(["articles", tree.root, "--dry-run"]);
    const before = await audit.read({ limit: 10 });
    await run(["articles", tree.root, "--visibility", "internal"]);
    const after = await audit.read({ limit: 10 });

    expect(before.items).toEqual([]);
    expect(after.items).toMatchObject([
      {
        actor: { id: "command-line", role: "operator" },
        method: "COMMAND",
        path: "import articles",
        asked: { folder: tree.root, visibility: "internal", dryRun: false },
        changes: [{ type: "articles", after: { taken: 2, updated: 0, pruned: 0 } }],
        outcome: "done",
      },
    ]);
    expect(await audit.check()).toMatchObject({ isWhole: true });
  });

  it("imports, lists what it refused and why, counts, and ends with 0", async () => {
    const code = await run(["articles", tree.root]);

    expect(code).toBe(0);
    expect(out).toContain("bad.md: broken front matter, line");
    expect(out).toContain("2 taken, 0 updated, 0 unchanged, 2 refused");
    expect([opened, closed]).toEqual([1, 1]);
  });

  it("writes no control characters of file names to a terminal", async () => {
    await run(["articles", tree.root], { isTerminal: true });

    expect(out).not.toContain("\u001b");
    expect(out).toContain("\ufffd[31mred.md: it is empty");
    expect(err.replaceAll("\r\u001b[2K", "")).not.toContain("\u001b");
  });

  it("shows progress in one line on a terminal and clears it at the end", async () => {
    await run(["articles", tree.root], { isTerminal: true });

    expect(err).toContain("files read");
    expect(err).not.toContain("\n");
    expect(err.endsWith("\r\u001b[2K")).toBe(true);
  });

  it("reports as JSON", async () => {
    const code = await run(["articles", tree.root, "--json", "--dry-run", "--language", "pt-BR"]);

    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      taken: 2,
      refused: [{ path: expect.any(String) }, {}],
      dryRun: true,
    });
  });

  it.each([
    [[], "Say what to import"],
    [["tickets", "/tmp"], "cannot be imported"],
    [["articles"], "which folder"],
    [["articles", "a", "b"], "One folder at a time"],
    [["articles", "a", "--language", "fr"], "--language is en, es or pt"],
    [["articles", "a", "--visibility", "secret"], "--visibility is public or internal"],
    [["articles", "a", "--nonsense"], "--nonsense"],
    [["articles", "a", "--language"], "language"],
  ])("refuses %j, shows how it is used and opens nothing", async (args, problem) => {
    const code = await run(args);

    expect(code).toBe(1);
    expect(err).toContain(problem);
    expect(err).toContain("Usage: npm run import -- articles <folder>");
    expect([out, opened]).toEqual(["", 0]);
  });

  it("takes a relative folder from where it was typed", async () => {
    tree.write("inside/c.md", "# C");

    const code = await run(["articles", "inside"]);

    expect(code).toBe(0);
    expect(out).toContain("1 taken");
  });

  it("ends with 1 when the folder is not there, and closes the store", async () => {
    const code = await run(["articles", `${tree.root}/gone`]);

    expect(code).toBe(1);
    expect(err).toContain("cannot be used");
    expect(closed).toBe(1);
  });

  it("ends with 1 and one line when the database is away", async () => {
    const code = await run(["articles", tree.root], { open: () => Promise.reject(new Error("no route")) });

    expect(code).toBe(1);
    expect(err).toBe("The desk's database cannot be opened: no route\n");
  });

  it("ends with 1 when it was stopped", async () => {
    const code = await run(["articles", tree.root], { signal: AbortSignal.abort() });

    expect(code).toBe(1);
    expect(out).toContain("Not complete: it was stopped.");
  });

  it("shows its help", async () => {
    expect(await run(["--help"])).toBe(0);
    expect(out).toContain("--prune");
  });
});
