/** A Markdown text as lines that any channel shows well: no marks, targets of links in brackets. */
export function toPlainText(markdown: string, maxChars: number): string {
  // Read a little more than is shown, so that a long article costs no more than a short one.
  const lines = markdown
    .slice(0, maxChars * 2)
    .split(/\r?\n/)
    .filter((line) => !/^\s{0,3}(```|~~~|[-=*_]{3,}\s*$)/.test(line))
    .map(plainLine);
  const text = lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  if (text.length <= maxChars && markdown.length <= maxChars * 2) return text;
  const head = text.slice(0, maxChars - 1);
  const space = head.search(/\s\S*$/);
  return `${(space > maxChars / 2 ? head.slice(0, space) : head).trimEnd()}…`;
}

function plainLine(line: string): string {
  return line
    .replace(/^\s{0,3}#{1,6}\s+/, "")
    .replace(/^\s{0,3}>\s?/, "")
    .replace(/^(\s*)[*+]\s+/, "$1- ")
    .replace(/!\[([^[\]]{0,300})\]\([^()\s]{0,600}\)/g, "$1")
    .replace(/\[([^[\]]{1,300})\]\((https?:[^()\s]{1,600}|mailto:[^()\s]{1,300})\)/g, "$1 ($2)")
    .replace(/\[([^[\]]{1,300})\]\([^()]{0,600}\)/g, "$1")
    .replace(/<\/?[a-zA-Z][^<>]{0,300}>/g, "")
    .replace(/(\*\*|__)(?=\S)([^*_]{1,500})\1/g, "$2")
    .replace(/(?<![\w*])\*(?=\S)([^*]{1,500})\*(?![\w*])/g, "$1")
    .replace(/`([^`]{1,500})`/g, "$1");
}
