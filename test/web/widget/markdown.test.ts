import fc from "fast-check";
import { type Block, parseBlocks } from "../../../web/widget/markdown/blocks.js";
import { type Inline, parseInline } from "../../../web/widget/markdown/inline.js";
import { leastProcessorMs } from "../../support/slowness.js";

function textOf(runs: readonly Inline[]): string {
  return runs
    .map((run) => {
      if (run.kind === "break") return "\n";
      return "inner" in run ? textOf(run.inner) : run.text;
    })
    .join("");
}

function kinds(source: string): string[] {
  return parseBlocks(source).map(({ kind }) => kind);
}

describe("the lines of an article", () => {
  it("become headings, paragraphs, lists, quotes, code, tables and rules", () => {
    const source = [
      "# Title",
      "Some words",
      "over two lines",
      "",
      "- one",
      "- two",
      "",
      "> quoted",
      "",
      "```sh",
      "# no heading",
      "```",
      "| a | b |",
      "|---|---|",
      "| 1 | 2 |",
      "",
      "---",
    ].join("\n");

    expect(kinds(source)).toEqual(["heading", "paragraph", "list", "quote", "code", "table", "rule"]);
  });

  it("keep lists inside lists, and the number a list starts with", () => {
    const [list] = parseBlocks("3. three\n   - inner\n   - more\n4. four");

    expect(list).toMatchObject({
      kind: "list",
      start: 3,
      items: [
        [{ kind: "paragraph", text: "three" }, { kind: "list" }],
        [{ kind: "paragraph", text: "four" }],
      ],
    });
  });

  it("split table rows at bars that are not escaped", () => {
    const [table] = parseBlocks("| a | b |\n|---|---|\n| x \\| y | z |");

    expect(table).toEqual({
      kind: "table",
      rows: [
        ["a", "b"],
        ["x | y", "z"],
      ],
    });
  });

  it("read a fence that is never closed as code to the end", () => {
    expect(parseBlocks("```\nall\nof it")).toEqual([{ kind: "code", text: "all\nof it" }]);
  });
});

describe("the words of a line", () => {
  it("become emphasis, code and links", () => {
    expect(parseInline("a **b _c_** `d*e*` [f](https://x.org/g)")).toEqual([
      { kind: "text", text: "a " },
      {
        kind: "strong",
        inner: [
          { kind: "text", text: "b " },
          { kind: "em", inner: [{ kind: "text", text: "c" }] },
        ],
      },
      { kind: "text", text: " " },
      { kind: "code", text: "d*e*" },
      { kind: "text", text: " " },
      { kind: "link", href: "https://x.org/g", inner: [{ kind: "text", text: "f" }] },
    ]);
  });

  it("stay text where they are HTML, and read character references (S1-18)", () => {
    expect(textOf(parseInline("<img src=x onerror=alert(1)> &lt;b&gt; &#233; \\*star\\*"))).toBe(
      "<img src=x onerror=alert(1)> <b> é *star*",
    );
  });

  it("leave underscores inside names alone", () => {
    expect(parseInline("my_file_name")).toEqual([{ kind: "text", text: "my_file_name" }]);
  });
});

describe("any text at all", () => {
  it("is read without an error, and nothing of plain words is lost", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (source) => {
        parseBlocks(source).forEach(readAll);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ,.]*$/), (words) => {
        expect(textOf(parseInline(words))).toBe(words);
      }),
    );
  });

  it.each(["*", "_", "[", "`", "~~", "**a ", "![", "[a](", "<http:", "> ", "- ", "|-", "&#", "  \n"])(
    "is read in time when it is %j a thousand times over",
    (piece) => {
      const read = () => parseBlocks(piece.repeat(1000)).forEach(readAll);

      expect(leastProcessorMs(read, 2)).toBeLessThan(1000);
    },
  );
});

function readAll(block: Block): void {
  if ("text" in block) parseInline(block.text);
  if (block.kind === "quote") block.blocks.forEach(readAll);
  if (block.kind === "list") for (const item of block.items) item.forEach(readAll);
  if (block.kind === "table") for (const row of block.rows) for (const cell of row) parseInline(cell);
}
