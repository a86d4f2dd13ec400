/** Far beyond any article somebody reads; what follows is stored but not searched. */
const maxIndexedChars = 200_000;

/** Stand before a heading and before an item of a list; no tokenizer takes them for a part of a word. */
export const headingMark = "# ";
export const itemMark = "• ";

/** What a reader sees of a Markdown text: one line a paragraph, heading or item, headings and items marked. */
export function toPlainText(markdown: string): string {
  return (
    markdown
      .slice(0, maxIndexedChars)
      .replace(/\r\n?/g, "\n")
      // Deeper than any indentation that means something; patterns that end at a far bar or mark would try each of them.
      .replace(/[ \t]{16,}/g, "                ")
      .replace(/^ {0,3}(?:```|~~~).{0,200}$/gm, "")
      .replace(/<[^<>\n]{1,400}>/g, " ")
      .replace(/!?\[([^[\]\n]{0,300})\]\([^()\n]{0,600}\)/g, "$1")
      .replace(/^ {0,3}#{1,6}[ \t]+/gm, `\n${headingMark}`)
      .replace(/^[ \t]{0,12}(?:[-*+]|\d{1,3}[.)])[ \t]+/gm, itemMark)
      .replace(/^[ \t]{0,12}>[ \t]{0,12}/gm, "")
      .replace(/^[ \t|:=-]{3,400}$/gm, "")
      .replace(/[*`~]{1,400}|_{2,400}|(?<=^|[\s(])_(?=\S)|(?<=\S)_(?=$|[\s.,;:!?)])/gm, "")
      .replace(/[ \t]*\|[ \t|]*/g, " ")
      .replace(/[ \t]+/g, " ")
  );
}
