import { createSeal, SealError, sealedFor, sealStored } from "../../config/index.js";
import { newId } from "../../store/index.js";
import { engines, openTestStore, type TestStore } from "../support/stores.js";

const [former, present] = ["the former key, 32 characters long", "the present key, 32 characters long"];

describe("a seal", () => {
  const seal = createSeal([present]);

  it("opens what it has sealed, differently each time, and gives nothing away", () => {
    const sealed = [seal.seal("whsec_x", "a"), seal.seal("whsec_x", "a")];

    expect(sealed.map((one) => seal.open(one, "a"))).toEqual(["whsec_x", "whsec_x"]);
    expect(new Set(sealed).size).toBe(2);
    expect(sealed.join()).not.toContain("whsec_x");
    expect(Buffer.from(sealed[0]?.split(".").at(-1) ?? "", "base64url").toString("latin1")).not.toContain(
      "whsec",
    );
  });

  it("opens nothing in another place, nothing that was changed or cut, and nothing of another key", () => {
    const sealed = seal.seal("secret", "webhook 1");
    const [mark, version, id, content = ""] = sealed.split(".");
    const bytes = Buffer.from(content, "base64url");
    const broken = [...bytes.keys()].map((at) => {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ 1;
      return [mark, version, id, copy.toString("base64url")].join(".");
    });

    expect(() => seal.open(sealed, "webhook 2")).toThrow(SealError);
    for (const one of [
      ...broken,
      sealed.slice(0, -8),
      `${mark}.${version}.${id}.`,
      `${mark}.${version}.x.${content}`,
    ]) {
      expect(() => seal.open(one, "webhook 1")).toThrow(SealError);
    }
    expect(() => createSeal([former]).open(sealed, "webhook 1")).toThrow(SealError);
    expect(() => createSeal([]).open(sealed, "webhook 1")).toThrow(SealError);
  });

  it("opens with former keys and with what was stored before there were seals; without a key it stores as it is", () => {
    const old = createSeal([former]).seal("secret", "a");
    const both = createSeal([present, former]);

    expect(both.open(old, "a")).toBe("secret");
    expect([both.isPresent(old), both.isPresent(both.seal("x", "a")), both.isPresent("plain")]).toEqual([
      false,
      true,
      false,
    ]);
    expect(both.open("plain", "a")).toBe("plain");
    const none = createSeal([]);
    expect([none.seal("x", "a"), none.isPresent("x")]).toEqual(["x", true]);
  });
});

describe.each(engines)("the secrets in the database on %s", (engine) => {
  let store: TestStore;
  beforeEach(async () => {
    store = await openTestStore(engine);
  });
  afterEach(() => store.discard());

  async function secrets() {
    const { db } = store;
    const [hook] = await db.selectFrom("webhook").selectAll().execute();
    const [key] = await db.selectFrom("widget_key").selectAll().execute();
    const [push] = await db.selectFrom("push_key").selectAll().execute();
    return [hook?.secret, hook?.former_secret, key?.secret, push?.private_key].map(String);
  }

  it("are sealed where they stand in plain text, sealed anew under a new key, and then left alone", async () => {
    const { db } = store;
    const [hookId, keyId] = [newId(), newId()];
    const form = { name: "x", url: "https://example.com/", events_json: "[]", group_ids_json: "[]" };
    await db
      .insertInto("webhook")
      .values({
        ...{ id: hookId, ...form, secret: "plain-1", former_secret: "plain-2", former_until: 9 },
        ...{ active: 1, version: 1, created_at: 1, created_by: null, updated_at: 1 },
      })
      .execute();
    await db.insertInto("widget_key").values({ id: keyId, secret: "plain-3", created_at: 1 }).execute();
    await db
      .insertInto("push_key")
      .values({ name: "vapid", public_key: "public", private_key: "plain-4" })
      .execute();
    const uses = [
      sealedFor.webhook(hookId),
      sealedFor.webhook(hookId),
      sealedFor.portalKey(keyId),
      sealedFor.pushKey("vapid"),
    ];
    const [old, renewed] = [createSeal([former]), createSeal([present, former])];

    const counts = [await sealStored(db, old), await sealStored(db, old)];
    const first = await secrets();
    counts.push(...(await Promise.all([sealStored(db, createSeal(["a third key, 32 characters long!"]))])));
    counts.push(await sealStored(db, renewed));
    const last = await secrets();

    expect(counts).toEqual([4, 0, 0, 4]);
    expect(first.join() + last.join()).not.toContain("plain");
    expect(last.map((one, at) => createSeal([present]).open(one, uses[at] ?? ""))).toEqual([
      "plain-1",
      "plain-2",
      "plain-3",
      "plain-4",
    ]);
  });
});
