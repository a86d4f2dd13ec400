/** The smallest bytes that are what their names say; the PNG as the desk itself would draw it anew. */
export const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAACXBIWXMAAAsSAAALEgHS3X78AAAAFElEQVQYlWP4z8CABzGMSjNgCQMAt8pjnanKDKUAAAAASUVORK5CYII=",
  "base64",
);
export const gif = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
export const pdf = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");
export const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(document.domain)</script></svg>',
);
export const html = Buffer.from("<!doctype html><script>fetch('/api/v1/session')</script>");
/** A GIF that is a script as well. */
export const polyglot = Buffer.concat([
  Buffer.from("GIF89a/*"),
  gif.subarray(6),
  Buffer.from("*/=1;alert(1)//<script>"),
]);
export const program = Buffer.from("4d5a90000300000004000000ffff0000", "hex");
export const zip = Buffer.from("504b0506000000000000000000000000000000000000", "hex");
