import { randomUUID } from "node:crypto";
import { engines } from "../../support/stores.js";
import { type RunningDesk, startDesk } from "../../support/desk.js";
import { type DeskClient, logIn } from "../../support/desk-client.js";
import { newSchema } from "../../support/postgres.js";

interface Page {
  readonly items: readonly { readonly id: string }[];
  readonly next?: string;
}

describe.each(engines)("lists by pages on %s (issue 8)", (engine) => {
  let desk: RunningDesk;
  let admin: DeskClient;
  let discard: () => Promise<void> = async () => undefined;
  let made = 0;

  beforeAll(async () => {
    const schema = engine === "postgres" ? await newSchema() : undefined;
    discard = async () => schema?.drop();
    desk = await startDesk(
      schema === undefined ? {} : { DATABASE_URL: schema.url, DATABASE_SCHEMA: schema.name },
    );
    admin = await desk.connect("admin");
    for (let count = 0; count < 5; count += 1) await addPerson();
  }, 60_000);
  afterAll(async () => {
    await desk.stop();
    await discard();
  });

  /** Somebody new, who asks for a person at once: an account, a ticket, a chat request and an interaction. */
  async function addPerson(): Promise<void> {
    made += 1;
    const { items } = (await admin.rest("GET", "/api/v1/accounts?q=ana")).body as {
      items: { username: string; groupIds: string[] }[];
    };
    const groupIds = items.find(({ username }) => username === "ana")?.groupIds ?? [];
    const username = `page${made}`;
    const form = { username, name: `Page ${made}`, role: "requester", capacity: 1, groupIds };
    await admin.rest("POST", "/api/v1/accounts", { ...form, password: "correct horse" });
    const token = await logIn(desk.url, username, "correct horse");
    await fetch(`${desk.url}/api/v1/tickets`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ description: `Case ${made}`, direct: true }),
    });
    const { items: requests } = (await admin.rest("GET", "/api/v1/chat-requests?limit=100")).body as Page;
    for (const { id } of requests) {
      await admin.rest("POST", "/api/v1/interactions", { attendanceId: id, requestId: `of-${id}` });
    }
  }

  const read = async (path: string) => (await admin.rest("GET", path)).body as Page;
  const idsOf = ({ items }: Page) => items.map(({ id }) => id);

  it.each([
    "/api/v1/tickets?view=all",
    "/api/v1/tickets?view=queue",
    "/api/v1/accounts?",
    "/api/v1/chat-requests?",
    "/api/v1/chat-requests?order=asc",
    "/api/v1/chat-requests?sort=status",
    "/api/v1/chat-requests?sort=contact&order=asc",
    "/api/v1/interactions?",
    "/api/v1/interactions?sort=updated&order=asc",
    "/api/v1/interactions?sort=state",
    "/api/v1/articles?language=en",
  ])("%s tells each once and none too few while others are added", async (path) => {
    const before = idsOf(await read(`${path}&limit=100`));
    const seen: string[] = [];
    let next: string | undefined;
    let pages = 0;
    do {
      const cursor = next === undefined ? "" : `&after=${encodeURIComponent(next)}`;
      const page = await read(`${path}&limit=2${cursor}`);
      seen.push(...idsOf(page));
      next = page.next;
      pages += 1;
      if (pages === 1) await addPerson();
    } while (next !== undefined);

    expect(pages).toBeGreaterThan(2);
    expect(new Set(seen).size).toBe(seen.length);
    expect(before.filter((id) => !seen.includes(id))).toEqual([]);
    expect(seen.filter((id) => before.includes(id))).toEqual(before);
  });

  it.each(["/api/v1/tickets?view=all", "/api/v1/chat-requests?", "/api/v1/interactions?"])(
    "%s refuses a place that it has not given out",
    async (path) => {
      for (const place of ["5", "x", Buffer.from("[1]").toString("base64url"), randomUUID().slice(1)]) {
        const { status, body } = await admin.rest("GET", `${path}&after=${place}`);
        expect([place, status, (body as { error?: { code: string } }).error?.code]).toEqual([
          place,
          400,
          "request/malformed",
        ]);
      }
    },
  );
});
