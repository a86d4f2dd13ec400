import { createTemplates } from "../../../config/index.js";
import { emailTemplateDraftSchema, type Principal } from "../../../contract/index.js";
import { newId } from "../../../store/index.js";
import { addAccount } from "../../support/desks.js";
import { engines, openTestStore, type TestStore } from "../../support/stores.js";

const draft = { name: "Absence", subject: { en: "News" }, text: { en: "Hello {requesterName}" } };

describe.each(engines)("templates of e-mails on %s", (engine) => {
  let store: TestStore;
  let admin: Principal;
  let clock = 5;

  beforeAll(async () => {
    store = await openTestStore(engine);
    const accountId = await addAccount(store, { role: "admin", name: "Alice" });
    admin = { accountId, name: "Alice", role: "admin", groupIds: [], sessionId: "" };
  });
  afterAll(() => store.discard());
  beforeEach(async () => {
    await store.db.deleteFrom("email_template").execute();
    await store.db.deleteFrom("parameter").execute();
  });

  const open = () => createTemplates({ store, now: () => clock });

  it("are kept, changed and listed by name, with who changed them last", async () => {
    const templates = open();
    const zebra = await templates.create({ ...draft, name: "Zebra" }, admin);
    await templates.create({ ...draft, name: "Ant" }, admin);
    clock = 9;

    await templates.update(zebra.id, { ...draft, name: "Bee", text: { en: "Hi", pt: "Olá" } }, admin);

    const listed = await templates.list();
    expect(listed.map(({ name }) => name)).toEqual(["Ant", "Bee"]);
    expect(listed[1]).toEqual({
      id: zebra.id,
      name: "Bee",
      subject: { en: "News" },
      text: { en: "Hi", pt: "Olá" },
      usedBy: [],
      createdAt: 5,
      updatedAt: 9,
      updatedBy: "Alice",
    });
  });

  it("refuse a variable that has no value, with its name", async () => {
    const refused = open().create({ ...draft, text: { en: "{message}", es: "{mensaje} {link}" } }, admin);

    await expect(refused).rejects.toMatchObject({
      code: "template/refused",
      status: 422,
      message: "There is no value for {mensaje}.",
    });
    expect(await open().list()).toEqual([]);
  });

  it("refuse a name that is taken", async () => {
    const templates = open();
    await templates.create(draft, admin);
    const other = await templates.create({ ...draft, name: "Other" }, admin);

    await expect(templates.create(draft, admin)).rejects.toMatchObject({ code: "template/refused" });
    await expect(templates.update(other.id, draft, admin)).rejects.toMatchObject({
      code: "template/refused",
    });
  });

  it("cannot be deleted while parameter 447 names them", async () => {
    const templates = open();
    const { id } = await templates.create(draft, admin);
    const row = { number: 447, value: id, updated_at: 1, updated_by: null };
    await store.db.insertInto("parameter").values(row).execute();

    await expect(templates.remove(id)).rejects.toMatchObject({
      code: "template/in-use",
      details: { parameters: [447] },
    });
    expect((await templates.byId(id))?.usedBy).toEqual([447]);

    await store.db.deleteFrom("parameter").execute();
    await templates.remove(id);
    expect(await templates.byId(id)).toBeUndefined();
    await expect(templates.remove(id)).rejects.toMatchObject({ code: "template/not-found" });
    await expect(templates.update(newId(), draft, admin)).rejects.toMatchObject({
      code: "template/not-found",
    });
  });

  it.each(["News\r\nBcc: eve@example.com", "a\nb", "a\u2028b", "a\u0000b", " ", "x".repeat(201)])(
    "take no subject like %j (S36)",
    (subject) => {
      const inEnglish = emailTemplateDraftSchema.safeParse({ ...draft, subject: { en: subject } });
      const inSpanish = emailTemplateDraftSchema.safeParse({
        ...draft,
        subject: { en: "News", es: subject },
      });

      expect([inEnglish.success, inSpanish.success]).toEqual([false, false]);
    },
  );
});
