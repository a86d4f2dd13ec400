import { sql } from "kysely";
import { createAudit } from "../../../app/audit/index.js";
import { AppError } from "../../../contract/index.js";
import { noteChange } from "../../../store/index.js";
import { engines, openTestStore, type TestStore } from "../../support/stores.js";
import { addAccount } from "../../support/desks.js";

describe.each(engines)("the record of administrative acts on %s", (engine) => {
  let store: TestStore;
  let accountId: string;
  const heads: { seq: number; hash: string }[] = [];
  beforeAll(async () => {
    store = await openTestStore(engine);
    accountId = await addAccount(store, { role: "admin", name: "Ada" });
  });
  afterAll(() => store.discard());

  const open = () =>
    createAudit({
      store,
      now: () => 1000,
      told: (head) => heads.push(head),
      failed: (error) => {
        throw error;
      },
    });
  const act = (asked: unknown = {}) => ({
    person: { accountId, role: "admin" as const },
    method: "put",
    path: "/api/v1/things/:id",
    params: { id: "7" },
    asked,
  });

  it("chains what several nodes do at once, without a gap", async () => {
    const nodes = [open(), open(), open()];

    await Promise.all(
      Array.from({ length: 24 }, (_, at) =>
        nodes[at % 3]?.during(act({ at }), async () =>
          noteChange({ type: "thing", id: "7", before: { at: 0 }, after: { at } }),
        ),
      ),
    );

    const checked = await open().check();
    expect(checked).toMatchObject({ isWhole: true, checked: 48 });
    expect(heads.find(({ seq }) => seq === 48)?.hash).toBe(checked.head);
  });

  it("tells before and after of each act, and keeps acts apart that run at once", async () => {
    const audit = open();
    const { items } = await audit.read({ limit: 100 });

    expect(items).toHaveLength(24);
    for (const { asked, changes, outcome, actor } of items) {
      expect(changes).toEqual([{ type: "thing", id: "7", before: { at: 0 }, after: asked }]);
      expect({ outcome, actor }).toEqual({
        outcome: "done",
        actor: { id: accountId, name: "Ada", role: "admin" },
      });
    }
  });

  it("records what was refused, and does not run what it cannot record", async () => {
    const audit = open();
    const refuse = async () => {
      throw new AppError("parameter/refused", "No.");
    };
    await expect(audit.during(act(), refuse)).rejects.toMatchObject({ code: "parameter/refused" });
    const [newest] = (await audit.read({ limit: 1 })).items;
    expect(newest?.outcome).toBe("parameter/refused");

    let ran = false;
    const broken = createAudit({
      store: { ...store, db: store.db.withoutPlugins().withSchema("nowhere") },
      now: Date.now,
      told: () => undefined,
      failed: () => undefined,
    });
    const during = broken.during(act(), async () => {
      ran = true;
    });
    await expect(during).rejects.toThrow();
    expect(ran).toBe(false);
  });

  it("finds acts by person, time, words and outcome", async () => {
    const audit = open();
    await audit.during({ ...act({ note: "100% _sure" }), path: "/api/v1/Widget" }, async () => undefined);

    const by = async (query: object) => (await audit.read({ limit: 100, ...query })).items.length;
    expect(await by({ text: "WIDGET" })).toBe(1);
    expect(await by({ text: "100%" })).toBe(1);
    expect(await by({ text: "1%" })).toBe(0);
    expect(await by({ outcome: "refused" })).toBe(1);
    expect(await by({ actorId: "0198f000-0000-7000-8000-000000000000" })).toBe(0);
    expect(await by({ from: 1001 })).toBe(0);
    const first = await audit.read({ limit: 10 });
    const rest = await audit.read({ limit: 100, after: Number(first.next) });
    expect(first.items.length + rest.items.length).toBe(26);
  });

  it("is changed by no statement of the product: the database refuses", async () => {
    await expect(store.db.updateTable("audit_entry").set({ outcome: "done" }).execute()).rejects.toThrow(
      "never changed",
    );
    await expect(store.db.deleteFrom("audit_entry").execute()).rejects.toThrow("never changed");
    expect((await open().check()).isWhole).toBe(true);
  });

  it("shows who owns the database and changes, removes or cuts off entries behind it", async () => {
    await disarm(store);
    const entry = await store.db
      .selectFrom("audit_entry")
      .selectAll()
      .where("seq", "=", 5)
      .executeTakeFirstOrThrow();
    const set = (asked_json: string) =>
      store.db.updateTable("audit_entry").set({ asked_json }).where("seq", "=", 5).execute();

    await set('{"at":999}');
    expect(await open().check()).toMatchObject({ isWhole: false, brokenAt: 5 });
    await set(entry.asked_json);
    expect((await open().check()).isWhole).toBe(true);

    await store.db.deleteFrom("audit_entry").where("seq", "=", 5).execute();
    expect(await open().check()).toMatchObject({ isWhole: false, brokenAt: 5 });
    await store.db.insertInto("audit_entry").values(entry).execute();

    const { checked: last } = await open().check();
    await store.db.deleteFrom("audit_entry").where("seq", "=", last).execute();
    expect(await open().check()).toMatchObject({ isWhole: false, brokenAt: last });
  });
});

/** As somebody could who owns the database. */
async function disarm({ db, engine }: TestStore): Promise<void> {
  if (engine === "postgres") await sql`alter table audit_entry disable trigger all`.execute(db);
  else {
    for (const act of ["update", "delete"]) await sql.raw(`drop trigger audit_entry_no_${act}`).execute(db);
  }
}
