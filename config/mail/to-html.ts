const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * The HTML part of an e-mail: the text as it was written, every character that means something in HTML escaped first
 * (reliability S36), then line breaks and web addresses made what a reader expects.
 */
export function toHtml(text: string): string {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${toLinks(escapeHtml(paragraph)).replaceAll("\n", "<br>")}</p>`);
  return `<!doctype html><html><body style="${style}">${paragraphs.join("")}</body></html>`;
}

const style =
  "font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;font-size:15px;line-height:1.5";

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => entities[char] ?? char);
}

/** Runs on escaped text: an address cannot leave its attribute. */
function toLinks(escaped: string): string {
  return escaped.replace(
    /https?:\/\/(?:[^\s<>&]|&amp;)+[^\s<>&.,;:!?)]/g,
    (url) => `<a href="${url}">${url}</a>`,
  );
}
