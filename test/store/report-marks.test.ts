import { sql } from "kysely";
import { newId } from "../../store/index.js";
import { fills } from "../../store/migrations/0014-report-marks.js";
import { generate, type Made } from "../insight/generated-desk.js";
import { addAccount, addGroup } from "../support/desks.js";
import { engines, openTestStore, type TestStore } from "../support/stores.js";

describe.each(engines)("migration 0014 on %s", (engine) => {
  let store: TestStore;
  let made: Made[] = [];
  beforeAll(async () => {
    store = await openTestStore(engine);
    const [requester, agent] = [await addAccount(store), await addAccount(store, { role: "agent" })];
    const people = { requester, agents: [agent], groups: [await addGroup(store, "Desk")] };
    made = await generate(store, people, { count: 80, from: 1_000_000, to: 9_000_000 });
  });
  afterAll(() => store.discard());

  const fill = async () => {
    for (const statement of fills) await sql.raw(statement).execute(store.db);
  };

  it("fills in when an agent first wrote in attendances that have ended, and only there", async () => {
    await store.db.updateTable("attendance_mark").set({ answer_known: 0, answered_at: null }).execute();

    await fill();

    const marks = await store.db.selectFrom("attendance_mark").selectAll().execute();
    const ended = made.filter((one) => one.closedAt !== undefined);
    const answers = ended.map((one) =>
      // Words after the end are not an answer in it.
      one.answeredAt !== undefined && one.answeredAt <= (one.closedAt ?? 0) ? one.answeredAt : null,
    );
    expect(sorted(marks.filter((mark) => mark.answer_known === 1).map((mark) => mark.answered_at))).toEqual(
      sorted(answers),
    );
    expect(marks.filter((mark) => mark.answer_known === 0)).toHaveLength(made.length - ended.length);
  });

  it("fills in when a ticket of before was settled: the first time since it was last taken up again", async () => {
    const [settled, reopened, silent] = [newId(), newId(), newId()];
    await addTicket(settled, "closed", [
      ["resolved", 10],
      ["in-progress", 20],
      ["resolved", 30],
      ["closed", 40],
    ]);
    await addTicket(reopened, "in-progress", [["resolved", 10]]);
    await addTicket(silent, "canceled", []);

    await fill();
    await fill();

    const rows = await store.db.selectFrom("ticket").select(["id", "settled_at"]).execute();
    expect(Object.fromEntries(rows.map((row) => [row.id, row.settled_at]))).toEqual({
      [settled]: 30,
      [reopened]: null,
      [silent]: 5,
    });
  });

  async function addTicket(
    id: string,
    state: string,
    states: readonly (readonly [string, number])[],
  ): Promise<void> {
    const { db } = store;
    const requester = await addAccount(store);
    const row = { id, number: id, kind: "request", state, origin_id: "o", requester_id: requester };
    const words = { description: "", fields_json: "{}", cause_id: id, created_at: 1, updated_at: 5 };
    const activity = await addActivity();
    await db
      .insertInto("ticket")
      .values({ ...row, ...words, activity_id: activity })
      .execute();
    for (const [text, at] of states) {
      await db
        .insertInto("ticket_event")
        .values({ id: newId(), ticket_id: id, at, kind: "state", actor_json: "{}", text })
        .execute();
    }
  }

  async function addActivity(): Promise<string> {
    const id = newId();
    const named = { id, name_json: "{}", description_json: "{}", via_chat: 1, position: 0 };
    await store.db
      .insertInto("catalog")
      .values({ ...named, phase: "published" })
      .execute();
    await store.db
      .insertInto("service")
      .values({ ...named, catalog_id: id, phase: "published" })
      .execute();
    await store.db
      .insertInto("activity")
      .values({
        ...named,
        service_id: id,
        kind: "request",
        status: "active",
        fields_json: "[]",
        samples_json: "[]",
      })
      .execute();
    return id;
  }
});

function sorted(times: readonly (number | null)[]): (number | null)[] {
  return [...times].sort((a, b) => (a ?? 0) - (b ?? 0));
}
