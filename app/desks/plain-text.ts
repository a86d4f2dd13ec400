import { Parser } from "htmlparser2";

const breaking = new Set([
  "br",
  "p",
  "div",
  "li",
  "tr",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "pre",
  "blockquote",
]);
const silent = new Set(["script", "style", "title"]);

/** The words of a piece of HTML, with its line breaks. */
export function toPlainText(html: string): string {
  let text = "";
  let muted = 0;
  const endLine = () => {
    if (text !== "" && !text.endsWith("\n")) text += "\n";
  };
  const parser = new Parser({
    onopentagname: (name) => {
      if (silent.has(name)) muted += 1;
      else if (name === "br") text += "\n";
      else if (breaking.has(name)) endLine();
    },
    onclosetag: (name) => {
      if (silent.has(name)) muted -= 1;
      else if (name !== "br" && breaking.has(name)) endLine();
    },
    ontext: (piece) => {
      if (muted === 0) text += piece;
    },
  });
  parser.write(html);
  parser.end();
  return tidy(text);
}

function tidy(text: string): string {
  const plain = text.replaceAll("\u00a0", " ").replace(/\r\n?/g, "\n");
  return plain
    .replace(/[ \t]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

const marks: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Words as HTML that shows them as they are. */
export function toSimpleHtml(text: string): string {
  const escaped = text.replace(/[&<>"]/g, (char) => marks[char] ?? char);
  return escaped
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll("\n", "<br>")}</p>`)
    .join("");
}

/** For telling whether two pieces of text are the same words, whatever a desk did to their spaces. */
export function sameWords(a: string, b: string): boolean {
  const fold = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim();
  return fold(a) === fold(b);
}
