import { type ComponentChildren, h } from "preact";
import { useMemo } from "preact/hooks";
import { SafeLink } from "../linked-text.js";
import { type Block, parseBlocks } from "./blocks.js";
import { type Inline, parseInline } from "./inline.js";

/** An article's Markdown as elements made one by one: there is no HTML string, so nothing in it can become markup. */
export function Markdown({ source, title }: { source: string; title: string }) {
  const blocks = useMemo(() => parseBlocks(source), [source]);
  const [first] = blocks;
  // The card has told the title; articles often say it again in their first line.
  const repeats = first?.kind === "heading" && first.text.trim() === title.trim();
  return <div class="md">{(repeats ? blocks.slice(1) : blocks).map(toElement)}</div>;
}

function toElement(block: Block): ComponentChildren {
  switch (block.kind) {
    case "heading":
      return <p class={`md-h md-h${block.level}`}>{toRuns(block.text)}</p>;
    case "paragraph":
      return <p>{toRuns(block.text)}</p>;
    case "code":
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case "rule":
      return <hr />;
    case "quote":
      return <blockquote>{block.blocks.map(toElement)}</blockquote>;
    case "table":
      return <Table rows={block.rows} />;
    case "list": {
      const items = block.items.map((item) => h("li", null, ...toItem(item)));
      return block.start === undefined ? h("ul", null, ...items) : h("ol", { start: block.start }, ...items);
    }
  }
}

/** The first paragraph of an item stands without a paragraph's distance. */
function toItem(blocks: readonly Block[]): ComponentChildren[] {
  const [first, ...rest] = blocks;
  return first?.kind === "paragraph"
    ? [...toRuns(first.text), ...rest.map(toElement)]
    : blocks.map(toElement);
}

/** The cells are children by position, as they are in the text: they never move, and so need no key. */
function Table({ rows: [head = [], ...rows] }: { rows: readonly (readonly string[])[] }) {
  const toRow = (cells: readonly string[]) =>
    h("tr", null, ...head.map((_, column) => h("td", null, ...toRuns(cells[column] ?? ""))));
  return (
    <div class="md-table">
      <table>
        <thead>{h("tr", null, ...head.map((cell) => h("th", null, ...toRuns(cell))))}</thead>
        {h("tbody", null, ...rows.map(toRow))}
      </table>
    </div>
  );
}

function toRuns(text: string): ComponentChildren[] {
  return parseInline(text).map(toRun);
}

function toRun(run: Inline): ComponentChildren {
  switch (run.kind) {
    case "text":
      return run.text;
    case "code":
      return <code>{run.text}</code>;
    case "break":
      return <br />;
    case "strong":
      return <strong>{run.inner.map(toRun)}</strong>;
    case "em":
      return <em>{run.inner.map(toRun)}</em>;
    case "del":
      return <s>{run.inner.map(toRun)}</s>;
    case "link":
      return isSafe(run.href) ? (
        <SafeLink href={run.href}>{run.inner.map(toRun)}</SafeLink>
      ) : (
        run.inner.map(toRun)
      );
  }
}

/** Scripts have no address here, and a path inside the articles' own tree leads nowhere from a chat. */
function isSafe(href: string): boolean {
  return /^(https?:\/\/|mailto:)/i.test(href);
}
