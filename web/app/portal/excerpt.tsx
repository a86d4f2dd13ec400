import { Mark } from "@mantine/core";
import type { ArticleSummary } from "../../../contract/article.js";

/** Lines show the beginning of it only: what matches is brought near the front. */
const before = 40;

/** The excerpt of an article, with the sentence that answers best marked. */
export function Excerpt({ of: { excerpt, marked } }: { of: Pick<ArticleSummary, "excerpt" | "marked"> }) {
  if (marked === undefined) return excerpt;
  const start = marked.from <= before ? 0 : marked.from;
  return (
    <>
      {start > 0 && "… "}
      {excerpt.slice(start, marked.from)}
      <Mark>{excerpt.slice(marked.from, marked.to)}</Mark>
      {excerpt.slice(marked.to)}
    </>
  );
}
