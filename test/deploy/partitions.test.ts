import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { sql } from "kysely";
import { v7 } from "uuid";
import { type Db, newId } from "../../store/index.js";
import "../support/postgres.js";
import { openTestStore, type TestStore } from "../support/stores.js";

const script = readFileSync(resolve(__dirname, "..", "..", "deploy", "postgres", "partitions.sql"), "utf8");

/** The first moment of the month that begins so many months from now, UTC. */
function monthFromNow(months: number): Date {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1));
}

function partitionOf(month: Date): string {
  return `message_${month.toISOString().slice(0, 7).replace("-", "_")}`;
}

async function say(db: Db, conversationId: string): Promise<string> {
  const id = newId();
  const who = { sender_kind: "requester", sender_id: "ana", sender_name: "Ana" };
  const times = { first_sent_at: 1, sent_at: 1 };
  await db
    .insertInto("message")
    .values({
      conversation_id: conversationId,
      seq: 1,
      id,
      client_message_id: id,
      ...who,
      ...times,
      text: "",
      epoch: 1,
    })
    .execute();
  const { rows } = await sql<{ place: string }>`select tableoid::regclass::text as place from message
    where conversation_id = ${conversationId}`.execute(db);
  return rows[0]?.place ?? "nowhere";
}

async function partitions(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select inhrelid::regclass::text as name from pg_inherits
    where inhparent = 'message'::regclass order by 1`.execute(db);
  return rows.map(({ name }) => name);
}

describe("messages by month on PostgreSQL (issue 7)", () => {
  let store: TestStore;

  beforeEach(async () => {
    store = await openTestStore("postgres");
  });
  afterEach(() => store.discard());

  it("go into the month in which their conversation began, from its first to its last millisecond", async () => {
    const { db } = store;
    const months = [0, 1, 2].map(monthFromNow);
    await sql.raw(script).execute(db);
    await sql.raw(script).execute(db);

    expect(await partitions(db)).toEqual([...months.map(partitionOf), "message_rest"].sort());
    for (const [at, month] of months.entries()) {
      const last = monthFromNow(at + 1).getTime() - 1;
      expect(await say(db, v7({ msecs: month.getTime() }))).toBe(partitionOf(month));
      expect(await say(db, v7({ msecs: last }))).toBe(partitionOf(month));
    }
    expect(await say(db, newId())).toBe(partitionOf(monthFromNow(0)));
    expect(await say(db, v7({ msecs: monthFromNow(3).getTime() }))).toBe("message_rest");
  });

  it("leave a month alone that has begun without them, and make those that follow", async () => {
    const { db } = store;
    expect(await say(db, newId())).toBe("message_rest");

    await sql.raw(script).execute(db);

    expect(await partitions(db)).toEqual(
      [1, 2].map(monthFromNow).map(partitionOf).concat("message_rest").sort(),
    );
    expect(await say(db, newId())).toBe("message_rest");
    expect(await say(db, v7({ msecs: monthFromNow(1).getTime() + 1 }))).toBe(partitionOf(monthFromNow(1)));
  });
});
