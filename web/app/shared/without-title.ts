/** The page has told the title; many articles say it again in their first line. */
export function withoutTitle({ body, title }: { readonly body: string; readonly title: string }): string {
  const [first = "", ...rest] = body.trimStart().split("\n");
  return first.replace(/^#\s+/, "").trim() === title.trim() ? rest.join("\n") : body;
}
