import { languageOfPath } from "../../../knowledge/import/language.js";
import { stripMdx } from "../../../knowledge/import/mdx.js";
import { clip, titleOf } from "../../../knowledge/import/title.js";
import { type DraftOptions, toDraft } from "../../../knowledge/import/to-draft.js";
import { leastProcessorMs } from "../../support/slowness.js";

describe("the title of a file", () => {
  it.each([
    [
      "its first heading",
      "text\n\n## A *bold* [link](http://x.example) `code` #\n",
      "a.md",
      "A bold link code",
    ],
    ["an underlined heading", "Big\n===\n\ntext", "a.md", "Big"],
    ["an HTML heading", '<p>\n<h1 align="center"><img src="x"> Shiny</h1>\n</p>', "a.md", "Shiny"],
    ["not a comment in code", "```sh\n# not this\n```\n# This", "a.md", "This"],
    ["the name of the file", "plain words", "a/how-to_print.md", "How to print"],
    ["the folder of a README without a title", "## Install\n\nx", "tools/hammer/README.md", "hammer"],
    [
      "the heading and the folder, where the heading says nothing",
      "# Changelog",
      "hammer/CHANGELOG.md",
      "Changelog – hammer",
    ],
  ])("is %s", (_, body, path, title) => {
    expect(titleOf(body, path)).toBe(title);
  });

  it("is at most 200 characters, on one line and never half a character", () => {
    const long = clip(`${"x".repeat(198)}👩‍👩‍👧‍👦 and\nmore\u0007`);

    expect(long.length).toBeLessThanOrEqual(200);
    expect(() => encodeURIComponent(long)).not.toThrow();
    expect(clip("a\n\tb\u0000c")).toBe("a b c");
  });
});

describe("the language of a path", () => {
  it.each([
    ["es/Red/vpn.md", { kind: "known", locale: "es", segment: 0 }],
    ["docs/pt-BR/a.md", { kind: "known", locale: "pt", segment: 1 }],
    ["es/en_US/a.md", { kind: "known", locale: "en", segment: 1 }],
    ["guide.es.md", { kind: "known", locale: "es" }],
    ["es/guide.pt-BR.md", { kind: "known", locale: "pt" }],
    ["README.zh-CN.md", { kind: "foreign", tag: "zh-CN" }],
    ["fr/a.md", { kind: "foreign", tag: "fr" }],
    ["it/network/a.md", { kind: "unknown" }],
    ["essays/a.md", { kind: "unknown" }],
    ["v1.2.md", { kind: "unknown" }],
  ])("%s", (path, language) => {
    expect(languageOfPath(path)).toEqual(language);
  });
});

describe("the language of an article", () => {
  const options: DraftOptions = {
    defaults: {},
    detectLanguage: (text) => (text.includes("senha") ? "pt" : undefined),
    groupIds: async () => new Map(),
  };
  const named = "---\nlanguage: Spanish\n---\nsenha";

  it.each([
    ["front matter before all", "en/a.md", named, options, "es"],
    ["the path before the text", "en/a.md", "senha", options, "en"],
    ["an option before the text", "a.md", "senha", { ...options, defaults: { language: "es" } }, "es"],
    ["the text", "a.md", "a senha", options, "pt"],
    ["English at last", "a.md", "```\nsenha\n```\n?", options, "en"],
  ] as const)("is told by %s", async (_, path, text, given, language) => {
    expect(await toDraft(path, text, given)).toMatchObject({ ok: true, draft: { language } });
  });
});

describe("MDX", () => {
  it("becomes Markdown: imports and components go, their text and code stay", () => {
    const mdx = [
      'import { Tabs } from "x";',
      "export const meta = {",
      "  a: 1,",
      "};",
      "",
      "# Title",
      '<Tabs.Item label="x">Inside</Tabs.Item> {/* note */}',
      "```js",
      'import y from "y";',
      "<Kept />",
      "```",
    ].join("\n");

    expect(stripMdx(mdx)).toBe('\n# Title\nInside \n```js\nimport y from "y";\n<Kept />\n```');
  });

  it("ends within a moment on tags that never close", () => {
    const open = `${"<A ".repeat(100_000)}\n`.repeat(2);

    expect(leastProcessorMs(() => stripMdx(open), 2)).toBeLessThan(2000);
  });
});
