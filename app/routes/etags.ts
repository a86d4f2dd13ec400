import { createHash } from "node:crypto";
import { AppError } from "../../contract/index.js";
import type { Answer, Call, Route } from "../../http/route.js";

/** Rights to write one thing, held while it is looked at and changed. */
export type Alone = <T>(name: string, run: () => Promise<T>) => Promise<T>;

/**
 * The same routes; those that read answer with an ETag and, where the reader has it already, with 304. Those that change
 * what another reads hold to If-Match: `request/outdated` where it is not what was read any more.
 */
export function taggedRoutes(routes: readonly Route[], alone: Alone): Route[] {
  const readers = new Map(
    routes.filter(({ method }) => method === "get").map((route) => [route.path, route]),
  );
  return routes.map((route) => {
    if (route.hasVersions) return route;
    if (route.method === "get") return { ...route, run: async (call) => tag(await route.run(call), call) };
    const reader = route.method === "put" || route.method === "del" ? readers.get(route.path) : undefined;
    return reader === undefined
      ? route
      : { ...route, run: (call) => ifMatching(route, reader, { call, alone }) };
  });
}

function tag(answer: Answer, { headers }: Call<unknown, unknown>): Answer {
  const { body, status = 200, ...rest } = answer;
  if (body === undefined || status !== 200) return answer;
  const content = JSON.stringify(body);
  const etag = etagOf(content);
  const tagged = { ETag: etag, Vary: "Accept-Language", ...answer.headers };
  if (names(headers["if-none-match"], etag)) return { status: 304, headers: tagged };
  return { ...rest, headers: tagged, text: { type: "application/json; charset=utf-8", content } };
}

async function ifMatching(
  route: Route,
  reader: Route,
  { call, alone }: { readonly call: Call<unknown, unknown>; readonly alone: Alone },
): Promise<Answer> {
  const wanted = call.headers["if-match"];
  if (wanted === undefined) return route.run(call);
  return alone(`change ${route.path} ${JSON.stringify(call.params)}`, async () => {
    const present = await reader.run({ ...call, body: undefined });
    if (!names(wanted, etagOf(JSON.stringify(present.body)))) {
      throw new AppError(
        "request/outdated",
        "This has changed since you read it. Read it again and repeat your change.",
      );
    }
    return route.run(call);
  });
}

function etagOf(content: string): string {
  return `"${createHash("sha256").update(content).digest("base64url").slice(0, 27)}"`;
}

/** Whether a list of tags, or `*`, names this one; how strong each is does not matter here. */
function names(header: string | string[] | undefined, etag: string): boolean {
  const tags = [header].flat().join(",").split(",");
  return tags.some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === etag);
}
