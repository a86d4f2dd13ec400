import { sql } from "kysely";
import { newSchema, type TestSchema } from "../support/postgres.js";
import { startStopwatch } from "../support/slowness.js";
import { engines } from "../support/stores.js";
import { readTables } from "../support/tables.js";
import { fill, queries } from "./fill.js";
import { canary, openWorld, type World } from "./world.js";

/** Longer than any list takes; a statement that sleeps is seen. */
const sleepSeconds = 6;
const atOnce = 8;

/** Words that hold a statement up where they become part of it. */
const sleepers: readonly string[] = [
  `'; select pg_sleep(${sleepSeconds}); --`,
  `' || (select pg_sleep(${sleepSeconds})) || '`,
  "' and 1=(with recursive c(x) as (select 1 union all select x+1 from c where x<300000000) select max(x) from c) --",
];

/** Words that show more than was asked for where they become part of a statement. */
const openers: readonly string[] = [
  "' or '1'='1",
  "' or 1=1 --",
  "%' or '1' like '%",
  "1 or 1=1",
  "' union select username, password_hash, 1 from account --",
  "%",
];

/** Words that leave a string, a pattern, a number or a name, for both engines and for those who are careless. */
const words: readonly string[] = [
  ...openers,
  ...["'", '"', "\\", "\\'", "_", "!", "--", '" or ""="'],
  "-1 union select 1,2,3,4,5,6,7,8,9 --",
  "'; drop table ticket; --",
  "'; update account set role='admin'; --",
  "desc; drop table message",
  "number, (select password_hash from account limit 1)",
  "(case when (select count(*) from account) > 0 then 1 else 1/0 end)",
  "' || (select randomblob(1000000000)) || '",
  "'; attach database '/tmp/deskhand-attached.db' as x; --",
  ...["$1", "?1", "\u0000' or '1'='1", "ʼ or ʼ1ʼ=ʼ1", "1e999", "-9223372036854775809", "__proto__"],
];

/** How a query can carry what is no text, for parsers that make objects of it. */
const shapes = (name: string): readonly string[] => [
  `${name}[$ne]=x`,
  `${name}[like]=%25`,
  `${name}[]=x&${name}[]=y`,
  `${name}=x&${name}=y`,
  `${name}[__proto__][a]=b`,
  `${name}[constructor][prototype][a]=b`,
];

/** What engines and their drivers say when a statement came apart. */
const told = /syntax error|SQLITE_|sqlite3|pg_|unterminated|near "|relation "|no such (?:table|column)/i;

interface Door {
  readonly path: string;
  readonly name: string;
}

describe.each(engines)("SQL in filters, searches and sorts on %s (S30)", (engine) => {
  let world: World;
  let schema: TestSchema | undefined;
  let doors: Door[];
  beforeAll(async () => {
    schema = engine === "postgres" ? await newSchema() : undefined;
    world = await openWorld(
      schema === undefined ? {} : { DATABASE_URL: schema.url, DATABASE_SCHEMA: schema.name },
    );
    const { paths } = (await (await fetch(`${world.url}/openapi.json`)).json()) as {
      paths: Record<string, { get?: { parameters?: { in: string; name: string }[] } }>;
    };
    doors = Object.entries(paths).flatMap(([path, { get }]) =>
      (get?.parameters ?? []).filter((one) => one.in === "query").map(({ name }) => ({ path, name })),
    );
  });
  afterAll(async () => {
    await world.close();
    await schema?.drop();
  });

  async function ask(door: Door, query: string, token: string | undefined) {
    const path = fill(door.path, world.ids);
    const needed = queries[`GET ${door.path}`];
    const others = new URLSearchParams(needed ?? "");
    others.delete(door.name);
    const response = await fetch(`${world.url}${path}?${query}&${others}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const text = await response.text();
    return { path: `${door.path}?${query}`, status: response.status, text };
  }

  /** How many rows each table has: nothing that was asked for may have changed one. */
  async function counts(): Promise<Record<string, number>> {
    const { store } = world.cast.desk.app.domains;
    const found: Record<string, number> = {};
    for (const { name } of await readTables(store, schema?.name)) {
      if (/^kysely|^sqlite|receipt|session/.test(name)) continue;
      const { rows } = await sql<{
        n: number | string;
      }>`select count(*) as n from ${sql.table(name)}`.execute(store.db);
      found[name] = Number(rows[0]?.n);
    }
    return found;
  }

  it("are tried at every list there is", () => {
    expect(doors.length).toBeGreaterThan(40);
    expect(doors.map(({ path, name }) => `${path} ${name}`)).toEqual(
      expect.arrayContaining(["/api/v1/tickets q", "/api/v1/interactions sort", "/api/v1/audit text"]),
    );
  });

  it("find, break and change nothing, whoever asks", async () => {
    const before = await counts();
    const wrong: string[] = [];
    for (const door of doors) {
      const tried = [
        ...words.map((word) => `${door.name}=${encodeURIComponent(word)}`),
        ...shapes(door.name),
      ];
      for (const { status, text, path } of await askAll(door, tried)) {
        if (status >= 500 || told.test(text)) wrong.push(`${status} ${path} ${text.slice(0, 100)}`);
      }
    }

    expect(wrong).toEqual([]);
    expect(await counts()).toEqual(before);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it("hold nothing up: no statement sleeps or counts for somebody", async () => {
    const slow: string[] = [];
    for (const door of doors) {
      const watch = startStopwatch();
      await askAll(
        door,
        sleepers.map((word) => `${door.name}=${encodeURIComponent(word)}`),
      );
      if (watch.ms() > sleepSeconds * 1000) slow.push(`${door.path} ${door.name} ${watch.ms()} ms`);
    }

    expect(slow).toEqual([]);
  });

  async function askAll(door: Door, tried: readonly string[]) {
    const answers: Awaited<ReturnType<typeof ask>>[] = [];
    for (let at = 0; at < tried.length; at += atOnce) {
      const some = tried.slice(at, at + atOnce);
      answers.push(...(await Promise.all(some.map((query) => ask(door, query, world.tokens.admin)))));
    }
    return answers;
  }

  it.each(["stranger", "outsider", "guest"] as const)(
    "open nothing to %s that is not theirs",
    async (role) => {
      const leaks: string[] = [];
      for (const door of doors) {
        // Whether a door is closed to them is what the matrix tries.
        if ([401, 403].includes((await ask(door, "", world.tokens[role])).status)) continue;
        const tried = openers.map((word) => `${door.name}=${encodeURIComponent(word)}`);
        for (const { text, path } of await Promise.all(
          tried.map((query) => ask(door, query, world.tokens[role])),
        )) {
          if (text.includes(canary) || /\$argon2/.test(text)) leaks.push(path);
        }
      }

      expect(leaks).toEqual([]);
    },
  );

  it("are found as the words they are when somebody has written them, and only then", async () => {
    const { admin } = world.cast;
    const found = async (q: string) => {
      const { body } = await admin.rest("GET", `/api/v1/knowledge/articles?q=${encodeURIComponent(q)}`);
      return (body as { items: unknown[] }).items.length;
    };
    for (const title of ["a'b or '1'='1", "100%_sure!", "back\\slash'; drop table ticket; --"]) {
      expect([title, await found(title)]).toEqual([title, 0]);
      const form = { title, language: "en", folder: "x", body: "x", visibility: "internal", state: "draft" };
      expect((await admin.rest("POST", "/api/v1/knowledge/articles", form)).status).toBe(201);
      expect([title, await found(title)]).toEqual([title, 1]);
    }
    expect(await found("100%%sure!")).toBe(0);
    expect(await found("100_%sure!")).toBe(0);
  });
});
