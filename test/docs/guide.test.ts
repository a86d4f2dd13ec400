import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const docs = resolve(__dirname, "..", "..", "docs");
const languages = ["en", "es", "pt"] as const;
const pages = readdirSync(join(docs, "guide", "en"));

describe("the guide", () => {
  it.each(["es", "pt"])("has every page in %s, with the same parts and pictures", (language) => {
    expect(readdirSync(join(docs, "guide", language))).toEqual(pages);
    for (const page of pages)
      expect({ page, ...shapeOf(language, page) }).toEqual({ page, ...shapeOf("en", page) });
  });

  it.each(languages)("shows pictures and leads to pages that are there (%s)", (language) => {
    const missing = pages.flatMap((page) =>
      targetsOf(read(language, page))
        .map((target) => ({ page, target }))
        .filter(({ target }) => !existsSync(fileOf(language, target))),
    );
    expect(missing).toEqual([]);
  });
});

/** How many headings, list items and code blocks a page has, and which pictures. */
function shapeOf(language: string, page: string) {
  const text = read(language, page);
  const count = (pattern: RegExp) => [...text.matchAll(pattern)].length;
  return {
    headings: count(/^#+ /gm),
    items: count(/^(-|\d\.) /gm),
    rows: count(/^\|/gm),
    code: count(/^```/gm) / 2,
    pictures: [...text.matchAll(/\/pictures\/[\w-]+\.png/g)].map(String),
  };
}

const read = (language: string, page: string) => readFileSync(join(docs, "guide", language, page), "utf8");

const targetsOf = (text: string) => [...text.matchAll(/\]\(([./][^)]*)\)/g)].map(([, target = ""]) => target);

function fileOf(language: string, target: string): string {
  if (target.startsWith("/pictures/")) return join(docs, "public", target);
  if (target.startsWith("/")) return join(docs, `${target}.md`);
  return join(dirname(join(docs, "guide", language, "page")), `${target}.md`);
}
