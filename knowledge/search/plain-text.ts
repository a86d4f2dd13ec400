/** Far beyond any article somebody reads; what follows is stored but not searched. */
const maxIndexedChars = 200_000;

/** What a reader sees of a Markdown text, its lines kept apart. */
export function toPlainText(markdown: string): string {
  return markdown
    .slice(0, maxIndexedChars)
    .replace(/\r\n?/g, "\n")
    .replace(/^ {0,3}(?:```|~~~).{0,200}$/gm, "")
    .replace(/<[^<>\n]{1,400}>/g, " ")
    .replace(/!?\[([^[\]\n]{0,300})\]\([^()\n]{0,600}\)/g, "$1")
    .replace(/^[ \t]{0,12}(?:#{1,6}|>|[-*+]|\d{1,3}[.)])[ \t]+/gm, "")
    .replace(/^[ \t|:=-]{3,400}$/gm, "")
    .replace(/[*`|~]+|_{2,}/g, " ")
    .replace(/[ \t]+/g, " ");
}
