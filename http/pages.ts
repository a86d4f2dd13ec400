import { readFileSync } from "node:fs";
import { join } from "node:path";
import sirv from "sirv";
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

/** Built files, compressed where the build has done so; those with a hash in their name never change. */
export function createFiles(webFolder: string): ReturnType<typeof sirv> {
  return sirv(webFolder, {
    gzip: true,
    etag: true,
    setHeaders: (response, path) => {
      const isWidgetText = path.startsWith("/widget/");
      const lasting = isWidgetText || path.startsWith("/assets/");
      response.setHeader("Cache-Control", lasting ? "public, max-age=31536000, immutable" : "no-cache");
      // What lasts in a cache must not be kept with the name of the one page that asked first.
      if (isWidgetText) response.setHeader("Access-Control-Allow-Origin", "*");
    },
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
