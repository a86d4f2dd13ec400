import { z } from "zod";
import { requirePrincipal } from "../../config/index.js";
import { AppError, fileSchema, idSchema, isShownInPlace, uploadQuerySchema } from "../../contract/index.js";
import type { Files, FileToRead } from "../../conversation/index.js";
import { type Answer, defineRoute, type Route } from "../../http/route.js";
import type { Limits } from "../limits.js";

export interface FileRouteParts {
  readonly files: Files;
  readonly limits: Pick<Limits, "upload">;
}

/** Files of conversations. */
export function fileRoutes({ files, limits }: FileRouteParts): Route[] {
  return [
    defineRoute({
      method: "post",
      path: "/api/v1/conversations/:id/files",
      summary: "Upload a file, as the body of the request, to be sent with a message",
      who: "person",
      success: 201,
      takesRaw: true,
      query: uploadQuerySchema,
      answer: fileSchema,
      handle: async ({ principal, address, params, query, stream, headers }) => {
        const person = requirePrincipal(principal);
        if (!(await limits.upload({ principal, address }))) {
          throw new AppError("request/too-many", "These are many files at once. Please wait a minute.");
        }
        // A body that says it is too large need not come first.
        const length = Number(headers["content-length"] ?? 0);
        const bytes = length > files.maxBytes ? refuse(files.maxBytes) : stream;
        const conversationId = toId(params.id, "conversation/not-found");
        return { status: 201, body: await files.upload(person, { ...query, conversationId, bytes }) };
      },
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/files/:id",
      summary: "The bytes of a file, for those who may read its conversation or its ticket",
      who: "anyone",
      sends: ["application/octet-stream"],
      query: z.object({ key: z.string().max(100).optional() }),
      handle: async ({ principal, params, query }) => {
        const id = toId(params.id, "file/not-found");
        if (query.key !== undefined) return forPages(toAnswer(await files.readByKey(id, query.key)));
        if (principal === undefined) throw new AppError("session/required", "Please log in first.");
        return toAnswer(await files.read(principal, id));
      },
    }),
    defineRoute({
      method: "del",
      path: "/api/v1/files/:id",
      summary: "Take back a file that has not been sent",
      who: "person",
      success: 204,
      handle: async ({ principal, params }) => {
        await files.remove(requirePrincipal(principal), toId(params.id, "file/not-found"));
        return { status: 204 };
      },
    }),
  ];
}

/** Whatever is inside, no browser runs it: an image at most is drawn, in a page that may do nothing (S6, S7). */
function toAnswer({ name, type, bytes }: FileToRead): Answer {
  const how = isShownInPlace(type) ? "inline" : "attachment";
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, "_");
  return {
    text: { type: type === "text/plain" ? "text/plain; charset=utf-8" : type, content: bytes },
    headers: {
      "Content-Disposition": `${how}; filename="${plain}"; filename*=UTF-8''${encodeRest(name)}`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cross-Origin-Resource-Policy": "same-origin",
    },
  };
}

/** Who has the key may show it in a page of their own, such as one with Web Chat on it. */
function forPages({ headers, ...answer }: Answer): Answer {
  return { ...answer, headers: { ...headers, "Cross-Origin-Resource-Policy": "cross-origin" } };
}

/** RFC 8187 leaves fewer characters bare than a URL does. */
function encodeRest(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

// biome-ignore lint/correctness/useYield: it is refused before its first part.
async function* refuse(maxBytes: number): AsyncGenerator<Uint8Array> {
  throw new AppError("file/too-large", `A file has at most ${Math.floor(maxBytes / 1024 / 1024)} MB.`, {
    details: { maxBytes },
  });
}

function toId(text: string | undefined, code: "conversation/not-found" | "file/not-found"): string {
  const id = idSchema.safeParse(text);
  if (!id.success) throw new AppError(code, "There is no such thing of yours.");
  return id.data;
}
