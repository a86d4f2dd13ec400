import { sql } from "kysely";
import "../support/postgres.js";
import "../support/redis.js";
import { findBrokenPromises } from "./oracles/find-broken-promises.js";
import { History } from "./oracles/history.js";
import { addPeople } from "./people.js";
import { Person } from "./person.js";
import { openScaledDesk, type ScaledDesk } from "./scaled-desk.js";
import { until } from "./until.js";

describe("a turn whose node dies between its side effects", () => {
  let desk: ScaledDesk;
  let person: Person;

  beforeAll(async () => {
    desk = await openScaledDesk();
  });
  afterAll(async () => {
    person.close();
    await desk.close();
  });

  it("fazer-ai/agents#499: is finished by the other node: one ticket, one attendance, each reply once (design section 5)", async () => {
    const [dying, alive] = desk.nodes;
    const { requesters } = await addPeople(desk.store, { requesters: 1, agents: 0 });
    const [requester] = requesters;
    if (requester === undefined) throw new Error("Nobody is there.");
    const history = new History();
    person = new Person(dying.url, requester, history);
    const talk = await person.open();

    // While this holds the table the ticket can be opened, and the attendance not yet.
    await desk.store.db.transaction().execute(async (trx) => {
      await sql`lock table attendance in share row exclusive mode`.execute(trx);
      talk.send("Talk to an attendant", { kind: "talk-to-attendant" });
      await until("the ticket is open", async () => (await ticketsOf(desk, requester.id)) === 1);
      await until("the reply is stored", () => talk.getSnapshot().lastSeq === 3);
      await dying.kill();
    });
    person.close();
    person = new Person(alive.url, requester, history);
    const again = await person.open();
    await until("it waits", () => again.getSnapshot().conversation?.owner.kind === "queue");

    await person.settle(desk.store);
    person.tell();
    expect(await findBrokenPromises(desk.store, history)).toEqual([]);
    expect(await ticketsOf(desk, requester.id)).toBe(1);
    const attendances = await desk.store.db
      .selectFrom("attendance")
      .select("ticket_id")
      .where("requester_id", "=", requester.id)
      .execute();
    expect(attendances).toEqual([{ ticket_id: expect.any(String) }]);
  });
});

async function ticketsOf({ store }: ScaledDesk, requesterId: string): Promise<number> {
  const rows = await store.db
    .selectFrom("ticket")
    .select("id")
    .where("requester_id", "=", requesterId)
    .execute();
  return rows.length;
}
