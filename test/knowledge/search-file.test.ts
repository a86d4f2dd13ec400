import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSearch, createSearchFile, type Search } from "../../knowledge/index.js";
import { createStemmer } from "../../nlp/index.js";

const stemmer = createStemmer();
const rest = { visibility: "public", state: "published", groupIds: [], language: "en" } as const;
const asked = { language: "en", permits: () => true } as const;

describe("the index in a file (issue 6)", () => {
  let folder: string;
  let search: Search;
  const path = () => join(folder, "articles.index");
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "deskhand-index-"));
    search = createSearch({ tokenize: stemmer.stems });
    for (let at = 0; at < 40; at += 1) search.add(article(at));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function article(at: number) {
    const body = `Printer number ${at} is in room ${at * 3}.`;
    return { ...rest, id: `a${at}`, title: `Printer ${at}`, body, updatedAt: at };
  }

  function fileOf(of: Search, given: { readonly rules?: string; readonly fewest?: number } = {}) {
    const errors: unknown[] = [];
    const { rules = "rules", fewest = 10 } = given;
    const onError = (error: unknown) => errors.push(error);
    const options = { folder, search: of, fingerprint: () => rules, onError, fewest, restMs: 0 };
    return { ...createSearchFile(options), errors };
  }

  async function restored(rules?: string) {
    const other = createSearch({ tokenize: stemmer.stems });
    const file = fileOf(other, { rules });
    const isThere = await file.restore();
    return { other, isThere, errors: file.errors };
  }

  it("is taken back whole, for nobody until the database says for whom", async () => {
    expect(await fileOf(search).save()).toBe(true);

    const { other, isThere } = await restored();

    expect([isThere, other.size]).toEqual([true, 40]);
    expect(other.search("printer room 9", asked)).toEqual([]);
    expect(other.suggest("printer 7", asked)).toEqual([]);
    for (let at = 0; at < 40; at += 1) expect(other.confirm(article(at))).toBe(true);
    const plain = (of: Search) =>
      of.search("printer room 9", asked).map(({ passage, ...one }) => ({ ...one, passage: passage() }));
    expect(plain(other)).toEqual(plain(search));
    expect(other.suggest("printer 7", asked)).toEqual(search.suggest("printer 7", asked));
  });

  it("is for the desk's own eyes, and nothing is left of a node that ended while it wrote", async () => {
    writeFileSync(join(folder, "articles.index.123.new"), "half");

    await fileOf(search).save();

    expect(readdirSync(folder)).toEqual(["articles.index"]);
    expect(statSync(path()).mode & 0o777).toBe(0o600);
  });

  it("is not believed when it was written by other rules, is cut off, or has one bit turned", async () => {
    expect((await restored()).isThere).toBe(false);
    await fileOf(search).save();
    expect((await restored("other rules")).isThere).toBe(false);
    const whole = readFileSync(path());
    for (let cut = 1; cut < whole.length; cut += Math.ceil(whole.length / 30)) {
      writeFileSync(path(), whole.subarray(0, cut));
      expect(await restored()).toMatchObject({ isThere: false, other: { size: 0 } });
      const turned = Buffer.from(whole);
      turned[cut] = (turned[cut] ?? 0) ^ 4;
      writeFileSync(path(), turned);
      expect(await restored()).toMatchObject({ isThere: false, other: { size: 0 } });
    }
    writeFileSync(path(), whole);
    expect((await restored()).isThere).toBe(true);
  });

  it("leaves an index usable whose file is of no use", async () => {
    await fileOf(search).save();
    writeFileSync(path(), readFileSync(path()).subarray(0, 5000));

    const { other, errors } = await restored();

    expect(errors).toHaveLength(1);
    other.add(article(1));
    expect(other.search("printer", asked)).toHaveLength(1);
  });

  it("is written when there is enough to keep and enough has changed, and goes with what is gone", async () => {
    expect(await fileOf(search, { fewest: 41 }).save()).toBe(false);
    const file = fileOf(search);
    await file.restore();
    expect(await file.save()).toBe(true);
    expect(await file.save()).toBe(false);
    search.add({ ...article(5), updatedAt: 100 });
    expect(await file.save()).toBe(true);

    search.remove("a7");
    await file.forget();
    expect(readdirSync(folder)).toEqual([]);

    expect(await file.save()).toBe(true);
    expect((await restored()).other.size).toBe(39);
  });

  it("is not written over changes that come while it is, but the next time", async () => {
    const busy: Search = {
      ...search,
      get size() {
        return search.size;
      },
      get changes() {
        return search.changes;
      },
      sections: function* () {
        let at = 0;
        for (const section of search.sections()) {
          at += 1;
          if (at === 9) search.add({ ...article(3), updatedAt: 500 });
          yield section;
        }
      },
    };
    expect(await fileOf(busy).save()).toBe(false);
    expect(readdirSync(folder)).toEqual([]);

    expect(await fileOf(search).save()).toBe(true);
  });
});
