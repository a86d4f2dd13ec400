import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AppError, type ErrorBody } from "../contract/index.js";
import type { Answer } from "./route.js";

const noncePlaceholder = /%CSP_NONCE%/g;

/** Paths that the desk's one page serves; the page's own router does the rest. */
export const pagePaths = [
  "/",
  "/login",
  "/api",
  "/agent",
  "/agent/*",
  "/admin",
  "/admin/*",
  "/tickets",
  "/tickets/*",
  "/services",
  "/services/*",
  "/knowledge",
  "/knowledge/*",
  "/articles",
  "/articles/*",
];

/** Serves the built page with a fresh nonce, under which it may add its styles. */
export function createPage(webFolder: string): (nonce: string) => Answer {
  const html = readFileSync(join(webFolder, "index.html"), "utf8");
  return (nonce) => ({
    text: { type: "text/html; charset=utf-8", content: html.replace(noncePlaceholder, nonce) },
    headers: { "Cache-Control": "no-cache" },
  });
}

/** Nothing is there: a browser gets the page that says so, a program an error with its code. */
export function lost(
  accept: string | undefined,
  page: () => Answer,
  tell: (body: ErrorBody) => ErrorBody,
): Answer {
  if (accept?.includes("text/html")) return { ...page(), status: 404 };
  const error = new AppError("request/not-found", "There is nothing at this address.");
  return { status: error.status, body: { error: tell(error.toBody()) } };
}
