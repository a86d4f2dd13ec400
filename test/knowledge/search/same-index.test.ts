import { createSearch, type IndexedArticle, type Search } from "../../../knowledge/index.js";
import { createFillers, createStemmer } from "../../../nlp/index.js";
import { createDice, pick } from "./dice.js";
import { readBack } from "./read-back.js";

const stemmer = createStemmer();
const parts = { tokenize: stemmer.stems, isFiller: createFillers(stemmer) };
const words = {
  en: "printer network password account calendar screen meeting room badge laptop invoice order mail phone".split(
    " ",
  ),
  es: "impresora red contraseña cuenta calendario pantalla reunión sala tarjeta portátil factura pedido".split(
    " ",
  ),
  pt: "impressora rede senha conta calendário tela reunião sala crachá notebook fatura pedido".split(" "),
};
const languages = ["en", "es", "pt"] as const;
const everybody = () => true;
const onlyPublic = ({ visibility }: { visibility: string }) => visibility === "public";
const onlyStaff = ({ groupIds }: { groupIds: readonly string[] }) => groupIds.includes("staff");

function createWriter(dice: () => number) {
  return (id: string): IndexedArticle => {
    const language = pick(dice, languages);
    const say = (most: number) =>
      Array.from({ length: 1 + Math.floor(dice() * most) }, () => pick(dice, words[language])).join(" ");
    return {
      ...{ id, language, title: say(4), body: `${say(30)}.\n\n# ${say(3)}\n- ${say(10)} ${id}` },
      visibility: pick(dice, ["public", "internal", "confidential"] as const),
      state: "published",
      groupIds: pick(dice, [[], ["staff"], ["staff", "network"]]),
      tags: dice() < 0.3 ? [say(1)] : [],
      translationKey: dice() < 0.2 ? `t${Math.floor(dice() * 5)}` : undefined,
      expiresAt: dice() < 0.1 ? Math.floor(dice() * 9) : undefined,
    };
  };
}

function answers(search: Search, dice: () => number) {
  return Array.from({ length: 12 }, () => {
    const language = pick(dice, languages);
    const query = `${pick(dice, words[language])} ${pick(dice, words[language])} ${pick(dice, words.en)}s`;
    const permits = pick(dice, [everybody, onlyPublic, onlyStaff]);
    const typed = query.slice(0, 3 + Math.floor(dice() * 8));
    return {
      query,
      found: search
        .search(query, { language, permits })
        .map(({ passage, ...one }) => ({ ...one, passage: passage() })),
      suggested: search.suggest(typed, { language, permits }),
    };
  });
}

describe("an index that was added to, changed and taken from", () => {
  it("answers exactly as one built anew from what is left, and as one that was written down, whatever the order and the rights", async () => {
    for (const seed of [1, 2]) {
      const dice = createDice(seed);
      const write = createWriter(dice);
      const grown = createSearch(parts);
      const left = new Map<string, IndexedArticle>();
      for (let step = 0; step < 400; step += 1) {
        const id = `a${Math.floor(dice() * 180)}`;
        const known = left.get(id);
        if (dice() < 0.3) {
          grown.remove(id);
          left.delete(id);
          continue;
        }
        // The same words under other rights, or other words.
        const changed = write(id);
        const { title, body, language } = known ?? changed;
        const words = dice() < 0.3 ? { ...changed, title, body, language } : changed;
        const article = { ...words, updatedAt: step };
        grown.add(article);
        left.set(id, article);
        if (step % 50 === 0) grown.search("printer network", { language: "en", permits: everybody });
      }
      const anew = createSearch(parts);
      for (const article of [...left.values()].reverse()) anew.add(article);
      const restored = createSearch(parts);
      await restored.restore(readBack(grown.sections()));
      expect(restored.search("printer network", { language: "en", permits: everybody })).toEqual([]);
      for (const { updatedAt = 0, ...article } of left.values()) {
        expect(restored.confirm({ ...article, updatedAt: updatedAt + 1 })).toBe(false);
        expect(restored.confirm({ ...article, updatedAt })).toBe(true);
      }

      expect(grown.size).toBe(left.size);
      expect(answers(grown, createDice(seed))).toEqual(answers(anew, createDice(seed)));
      expect(answers(restored, createDice(seed))).toEqual(answers(anew, createDice(seed)));
    }
  });

  it("goes on after it was written down as if it had not been, and drops what nobody has confirmed", async () => {
    const dice = createDice(4);
    const write = createWriter(dice);
    const [one, anew] = [createSearch(parts), createSearch(parts)];
    for (let at = 0; at < 150; at += 1) one.add({ ...write(`a${at}`), updatedAt: at });
    for (let at = 0; at < 150; at += 3) one.remove(`a${at}`);
    const restored = createSearch(parts);
    await restored.restore(readBack(one.sections()));
    const kept = write("a1");
    const later = [write("a1"), write("a3"), write("b1")];
    expect(restored.confirm({ ...kept, updatedAt: 1 })).toBe(true);
    for (const article of later) restored.add(article);
    for (const _ of restored.dropUnconfirmed()) expect(restored.size).toBeGreaterThan(0);
    for (const article of later) anew.add(article);

    expect(restored.size).toBe(3);
    expect(answers(restored, createDice(9))).toEqual(answers(anew, createDice(9)));
  });

  it("finds the same as far as rights go, with nothing refused in it and nothing pushed out by it (S2-25)", () => {
    const dice = createDice(11);
    const write = createWriter(dice);
    const search = createSearch(parts);
    const all = new Map<string, IndexedArticle>();
    for (let at = 0; at < 300; at += 1) all.set(`a${at}`, write(`a${at}`));
    for (const article of all.values()) search.add({ ...article, translationKey: undefined });
    for (const permits of [onlyPublic, onlyStaff]) {
      for (const query of ["printer badge", "red cuenta", "senha rede", "invoices"]) {
        const find = (given: typeof everybody, limit: number) =>
          search.search(query, { language: "en", permits: given, limit }).map(({ id }) => id);
        const mine = find(permits as typeof everybody, 10);

        expect(mine.length).toBeGreaterThan(0);
        expect(mine.every((id) => permits(all.get(id) as IndexedArticle))).toBe(true);
        expect(search.suggest(query, { language: "en", permits }).every(({ id }) => mayFind(id))).toBe(true);
        expect(find(permits as typeof everybody, 1)).toEqual(mine.slice(0, 1));
        expect(find(() => false, 10)).toEqual([]);

        function mayFind(id: string): boolean {
          return permits(all.get(id) as IndexedArticle);
        }
      }
    }
  });

  it("lets the one article that a reader may find be found among a thousand better ones that they may not", () => {
    const search = createSearch(parts);
    const rest = { language: "en", state: "published", groupIds: [] } as const;
    for (let at = 0; at < 1000; at += 1) {
      search.add({ ...rest, id: `no${at}`, title: "Printer", body: "Printer.", visibility: "confidential" });
    }
    search.add({
      ...{ ...rest, id: "yes", title: "Office", visibility: "public" },
      body: "All about chairs, and a printer.",
    });

    const mine = { language: "en", permits: onlyPublic } as const;
    expect(search.search("printer", mine).map(({ id }) => id)).toEqual(["yes"]);
    expect(search.suggest("off", mine).map(({ id }) => id)).toEqual(["yes"]);
    expect(search.suggest("print", mine)).toEqual([]);
  });
});
