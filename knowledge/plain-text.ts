const readChars = 4000;

/** The first words of a Markdown text without its marks, at most `maxChars` characters. */
export function excerpt(markdown: string, maxChars = 200): string {
  const text = plainText(markdown.slice(0, readChars));
  if (text.length <= maxChars) return text;
  const cut = text.slice(0, maxChars - 1);
  const space = cut.lastIndexOf(" ");
  return `${[...(space > maxChars / 2 ? cut.slice(0, space) : cut)].filter(isWhole).join("")}…`;
}

/** Markdown as a person reads it, on one line: link texts without targets, no marks, no tags. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/^ {0,3}(```|~~~).*$/gm, " ")
    .replace(/<[^<>]{0,400}>/g, " ")
    .replace(/!\[[^[\]]{0,300}\]\([^()]{0,600}\)/g, " ")
    .replace(/\[([^[\]]{0,300})\]\([^()]{0,600}\)/g, "$1")
    .replace(/\[([^[\]]{0,300})\]\[[^[\]]{0,300}\]/g, "$1")
    .replace(/^ {0,3}#{1,6}[ \t]+|[ \t]#+[ \t]*$/gm, " ")
    .replace(/^ {0,3}>[ \t]?/gm, " ")
    .replace(/^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/gm, " ")
    .replace(/[*_`|~]{1,3}(?=\S)|(?<=\S)[*`|~]{1,3}/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** False for half of a surrogate pair. */
function isWhole(character: string): boolean {
  const code = character.charCodeAt(0);
  return character.length > 1 || code < 0xd800 || code > 0xdfff;
}
