import { createSearch, type IndexedArticle, type Search } from "../../../knowledge/search.js";
import { createStemmer } from "../../../nlp/index.js";
import { leastProcessorMs } from "../../support/slowness.js";

const everybody = () => true;

function article(
  id: string,
  title: string,
  body: string,
  rest: Partial<IndexedArticle> = {},
): IndexedArticle {
  return { id, language: "en", title, body, visibility: "public", state: "published", groupIds: [], ...rest };
}

const articles = [
  article(
    "password",
    "How to reset your password",
    "Open the **account page**. Choose *Reset password* and follow the link.\n\nThe link works for one hour.",
  ),
  article(
    "vpn",
    "Connect to the VPN from home",
    "Install the VPN client. Sign in with your network account and approve the request on your phone.",
  ),
  article(
    "printer",
    "The printer does not print",
    "Switch the printer off and on. If there is a paper jam, open the rear door and pull the paper out gently.",
  ),
  article("wifi", "Guest Wi-Fi", "Visitors ask at the reception for a voucher. It is valid for a day."),
  article("salaries", "Salary bands", "Salary bands for managers.", {
    visibility: "confidential",
    authorId: "hr",
  }),
  article("senha", "Como redefinir sua senha", "Abra a página da conta e escolha redefinir senha.", {
    language: "pt",
  }),
  article(
    "impresora",
    "La impresora no imprime",
    "Apague la impresora y vuelva a encenderla. Revise el tóner y el papel.",
    { language: "es" },
  ),
];

function filled(some: readonly IndexedArticle[] = articles): Search {
  const search = createSearch({ tokenize: createStemmer().stems });
  for (const one of some) {
    search.add(one);
  }
  return search;
}

describe("search", () => {
  const search = filled();
  const ask = (query: string, language: "en" | "es" | "pt" = "en") =>
    search.search(query, { language, permits: everybody });

  it.each([
    ["i forgot my password, how do I reset it?", "en", "password"],
    ["printer jammed", "en", "printer"],
    ["conecting to the vpnn at home", "en", "vpn"],
    ["la impresora no esta imprimiendo", "es", "impresora"],
    ["nao lembro a senha, como redefino?", "pt", "senha"],
  ] as const)("finds the article for “%s”", (query, language, id) => {
    expect(ask(query, language)[0]?.id).toBe(id);
  });

  it("scores high what answers and low what only shares a word or nothing", () => {
    const [answer] = ask("how to reset your password");
    const [nothing] = ask("best recipe for chicken soup");

    expect(answer?.score).toBeGreaterThan(0.7);
    expect(nothing?.score ?? 0).toBeLessThan(0.3);
  });

  it("shows the sentence that matches as plain text", () => {
    const passage = ask("paper jam in the printer")[0]?.passage();

    expect(passage?.text).toContain("paper jam");
    expect(ask("reset password")[0]?.passage().text).not.toMatch(/\*/);
    expect(passage?.text.length).toBeLessThanOrEqual(300);
  });

  it("marks the sentence of the passage that matches", () => {
    const { text = "", marked } = ask("paper jam in the printer")[0]?.passage() ?? {};

    expect(text).toContain("Switch the printer off and on.");
    expect(text.slice(marked?.from, marked?.to)).toBe(
      "If there is a paper jam, open the rear door and pull the paper out gently.",
    );
  });

  it("puts the reader's language first and still offers the others", () => {
    const both = filled([
      article("en", "Outlook calendar", "Share the Outlook calendar."),
      article("es", "Calendario de Outlook", "Compartir el calendario de Outlook.", { language: "es" }),
    ]);
    const ids = (language: "en" | "es") =>
      both.search("outlook", { language, permits: everybody }).map(({ id }) => id);

    expect(ids("en")).toEqual(["en", "es"]);
    expect(ids("es")).toEqual(["es", "en"]);
  });

  it("keeps from a reader what they may not read, and lets it take no place among the results", () => {
    const permits = ({ visibility }: { visibility: string }) => visibility !== "confidential";

    const found = search.search("salary bands for managers", { language: "en", permits, limit: 1 });
    expect(found.map(({ id }) => id)).not.toContain("salaries");
    expect(search.suggest("salary", { language: "en", permits })).toEqual([]);
    expect(ask("salary bands")[0]?.id).toBe("salaries");
  });

  it("forgets a removed article and follows a changed one", () => {
    const desk = filled();
    desk.remove("vpn");
    desk.add(article("wifi", "Badge for the parking lot", "Ask for a parking badge."));
    const found = (query: string) =>
      desk.search(query, { language: "en", permits: everybody }).filter(({ score }) => score > 0.3);

    expect(found("connect to the vpn from home").map(({ id }) => id)).not.toContain("vpn");
    expect(found("guest wi-fi voucher")).toEqual([]);
    expect(found("parking badge")[0]?.title).toBe("Badge for the parking lot");
    expect(desk.size).toBe(articles.length - 1);
  });

  it("survives an empty index, an empty query and a flood", () => {
    const empty = filled([]);
    expect(empty.search("anything", { language: "pt", permits: everybody })).toEqual([]);
    expect(ask("")).toEqual([]);

    const flood = () => [ask("a".repeat(65_536)), ask("word ".repeat(20_000))];
    expect(leastProcessorMs(flood)).toBeLessThan(100);
  });

  it("takes an article of one endless line, and one full of open brackets", () => {
    const desk = filled([
      article("flood", "Flood", `${"[".repeat(50_000)}${"<".repeat(50_000)}${"x".repeat(500_000)}`),
      article("calm", "Calm", "Nothing special."),
    ]);

    expect(desk.search("nothing special", { language: "en", permits: everybody })[0]?.id).toBe("calm");
  });
});

describe("suggest", () => {
  const search = filled();
  const titles = (typed: string, language: "en" | "es" | "pt" = "en") =>
    search.suggest(typed, { language, permits: everybody }).map(({ id }) => id);

  it.each([
    ["reset", "password"],
    ["RESET YOUR pass", "password"],
    ["your passwrod", "password"],
    ["guest wi", "wifi"],
    ["impresóra", "impresora"],
    ["como redef", "senha"],
  ])("finds a title by the typed part “%s”", (typed, id) => {
    expect(titles(typed)).toContain(id);
  });

  it("has nothing to suggest for nothing typed or for what no title has", () => {
    expect(titles("  ")).toEqual([]);
    expect(titles("zzzzqqqq")).toEqual([]);
  });
});
