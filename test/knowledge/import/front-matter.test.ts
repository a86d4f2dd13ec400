import { parseFrontMatter } from "../../../knowledge/import/front-matter.js";

function reasonOf(source: string): string {
  const parsed = parseFrontMatter(source);
  return parsed.ok ? "taken" : parsed.reason;
}

describe("front matter", () => {
  it("is taken off the top, with only the keys an article has", () => {
    const source = "---\ntitle: T\ntags: a, b\nlayout: {x: [1]}\n---\n# Body\n---\nmore";

    expect(parseFrontMatter(source)).toEqual({
      ok: true,
      meta: { title: "T", tags: ["a", "b"] },
      body: "# Body\n---\nmore",
    });
  });

  it.each([
    ["a number as title", "---\ntitle: 2026\n---\n", { title: "2026" }],
    ["a date as title", "---\ntitle: 2026-01-31\n---\n", { title: "2026-01-31" }],
    ["one tag", "---\ntags: vpn\n---\n", { tags: ["vpn"] }],
    ["keys without values", "---\ntitle:\ntags:\n---\n", { title: null, tags: null }],
    ["nothing between the lines", "---\n---\n", {}],
    ["dots at the end", "---\ntitle: T\n...\n", { title: "T" }],
    ["spaces behind the lines", "--- \ntitle: T\n---\t\n", { title: "T" }],
  ])("may hold %s", (_, source, meta) => {
    expect(parseFrontMatter(source)).toEqual({ ok: true, meta, body: "" });
  });

  it.each([
    ["no front matter", "# Title\n\ntext"],
    ["a rule at the top", "---\n\nJust a rule above a text"],
    ["words between two rules", "---\nonce upon a time\n---\ntext"],
    ["a table at the top", "----\n|a|b|"],
  ])("leaves %s in the text", (_, source) => {
    expect(parseFrontMatter(source)).toEqual({ ok: true, meta: {}, body: source });
  });

  it.each([
    ["an open quote", '---\nlanguage: en\ntitle: "x\n---\n', /line [34]: /],
    ["an open list", "---\ntags: [a, b\n---\n", /line [23]: /],
    ["a doubled key", "---\ntitle: a\nvisibility: public\nvisibility: internal\n---\n", /line 4: /],
    ["a tab as indent", "---\ntitle:\n\tx: 1\n---\n", /line [23]: /],
    ["no end", "---\ntitle: a\n", /line 1: .* not closed/],
    ["a list as title", "---\ntags: []\ntitle: [a]\n---\n", /line 3: /],
    ["an unknown state", "---\nstate: gone\n---\n", /line 2: state must be/],
    ["TOML", '+++\ntitle = "x"\n+++\n', /TOML/],
  ])("is refused with its line for %s", (_, source, reason) => {
    expect(reasonOf(source)).toMatch(/^broken front matter, line \d+: /);
    expect(reasonOf(source)).toMatch(reason);
  });

  it("survives aliases that multiply", () => {
    const bomb = [
      "a: &a [x,x,x,x,x,x,x,x,x]",
      "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]",
      "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]",
    ];
    const source = `---\n${bomb.join("\n")}\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n---\n`;

    expect(reasonOf(source)).toMatch(/aliases/);
  });

  it("does not let a key change what objects are", () => {
    const parsed = parseFrontMatter("---\n__proto__: {title: evil}\nconstructor: x\n---\ntext");

    expect(parsed).toEqual({ ok: true, meta: {}, body: "text" });
    expect(Object.prototype).not.toHaveProperty("title");
  });
});
