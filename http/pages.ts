import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Answer } from "./route.js";

const noncePlaceholder = /%CSP_NONCE%/g;

/** Paths that the desk's one page serves; the page's own router does the rest. */
export const pagePaths = [
  "/",
  "/login",
  "/agent",
  "/agent/*",
  "/admin",
  "/admin/*",
  "/tickets",
  "/tickets/*",
  "/articles",
  "/articles/*",
  "/catalog",
  "/catalog/*",
];

/** Serves the built page with a fresh nonce, under which it may add its styles. */
export function createPage(webFolder: string): (nonce: string) => Answer {
  const html = readFileSync(join(webFolder, "index.html"), "utf8");
  return (nonce) => ({
    text: { type: "text/html; charset=utf-8", content: html.replace(noncePlaceholder, nonce) },
    headers: { "Cache-Control": "no-cache" },
  });
}
