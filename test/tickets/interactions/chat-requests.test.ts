import { sql } from "kysely";
import type { ChatRequestQuery } from "../../../contract/index.js";
import { fill } from "../../../store/migrations/0031-requested-order.js";
import { listChatRequests } from "../../../tickets/interactions/chat-requests.js";
import { generate, type Made } from "../../insight/generated-desk.js";
import { addAccount, addGroup } from "../../support/desks.js";
import { engines, openTestStore, type TestStore } from "../../support/stores.js";

describe.each(engines)("the list of chat requests on %s", (engine) => {
  let store: TestStore;
  let made: Made[] = [];
  beforeAll(async () => {
    store = await openTestStore(engine);
    const [requester, agent] = [await addAccount(store), await addAccount(store, { role: "agent" })];
    const people = { requester, agents: [agent], groups: [await addGroup(store, "Desk")] };
    made = await generate(store, people, { count: 45, from: 1_000_000, to: 9_000_000 });
    await sql.raw(fill).execute(store.db);
  });
  afterAll(() => store.discard());

  const all = { view: "all", sort: "lastRequest", order: "desc", limit: 10 } as const;
  const readAll = async (query: ChatRequestQuery) => {
    const reader = { accountId: "admin", role: "admin", groupIds: [] } as const;
    const ids: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await listChatRequests(store.db, reader, { ...query, ...(after ? { after } : {}) }, "en");
      ids.push(...page.items.map(({ id }) => id));
      after = page.next;
      if (after === undefined) return ids;
    }
  };
  const requestedAt = async () =>
    new Map(
      (await store.db.selectFrom("attendance_record").selectAll().execute()).map((row) => [
        row.attendance_id,
        Number(row.last_requested_at),
      ]),
    );

  it("has every request of a desk of before, once, by when it was asked for last (S1-24)", async () => {
    const ids = await readAll(all);
    const times = await requestedAt();

    expect(new Set(ids).size).toBe(made.length);
    expect(ids.map((id) => times.get(id))).toEqual([...times.values()].sort((one, other) => other - one));
    expect(await readAll({ ...all, order: "asc" })).toEqual([...ids].reverse());
  });

  it("puts a request that is asked for again before the others (S3-15)", async () => {
    const oldest = (await readAll(all)).at(-1) ?? "";
    const again = { last_requested_at: 10_000_000 };
    await store.db.updateTable("attendance_record").set(again).where("attendance_id", "=", oldest).execute();

    const ids = await readAll(all);

    expect(ids[0]).toBe(oldest);
    expect(ids).toHaveLength(made.length);
  });
});
