import { z } from "zod";
import type { Answer, Call } from "../../http/route.js";
import { pick, urns, type Wanted } from "./attributes.js";
import { resultsMost } from "./discovery.js";
import { scimContent } from "./refusals.js";
import { etagOf } from "./user.js";

const firstResults = 100;
const number = (least: number) => z.coerce.number().int().catch(least);

/** What may stand behind the `?` of an address; a number out of bounds counts as the nearest within. */
export const scimQuerySchema = z.object({
  filter: z.string().max(2000).optional(),
  startIndex: number(1).optional(),
  count: number(0).optional(),
  attributes: z.string().max(2000).optional(),
  excludedAttributes: z.string().max(2000).optional(),
});
export type ScimQuery = z.infer<typeof scimQuerySchema>;

export const scimAnswerSchema = z.looseObject({ schemas: z.array(z.string()) });

type Resource = Record<string, unknown>;

/** The page of a list that was asked for; they count from 1. */
export function pageOf({ startIndex = 1, count = firstResults }: ScimQuery) {
  return { skip: Math.max(startIndex, 1) - 1, limit: Math.min(Math.max(count, 0), resultsMost) };
}

export function toList(
  { items, total }: { readonly items: readonly object[]; readonly total: number },
  skip = 0,
): Answer {
  return toAnswer(200, {
    schemas: [urns.list],
    totalResults: total,
    startIndex: skip + 1,
    itemsPerPage: items.length,
    Resources: items,
  });
}

/** One thing with its ETag; 304 where the reader has it already. */
export function toOne(
  resource: Resource,
  told: {
    readonly version: number;
    readonly wanted?: Wanted;
    readonly headers?: Call<unknown, unknown>["headers"];
    readonly status?: number;
  },
): Answer {
  const { version, wanted = {}, headers = {}, status = 200 } = told;
  const etag = etagOf(version);
  const { location } = resource.meta as { readonly location: string };
  const shown = { ETag: etag, ...(status === 201 ? { Location: location } : {}) };
  if (tagsOf(headers["if-none-match"]).includes(String(version))) return { status: 304, headers: shown };
  return { ...toAnswer(status, pick(resource, wanted)), headers: shown };
}

export function toAnswer(status: number, body: object): Answer {
  return { status, text: { type: scimContent, content: JSON.stringify(body) } };
}

/** The version that If-Match names; any without it. What is no tag of ours matches nothing. */
export function versionOf({ headers }: Pick<Call<unknown, unknown>, "headers">): number | undefined {
  const [tag] = tagsOf(headers["if-match"]);
  if (tag === undefined || tag === "*") return undefined;
  return /^\d{1,15}$/.test(tag) ? Number(tag) : -1;
}

function tagsOf(header: string | string[] | undefined): string[] {
  return [header]
    .flat()
    .flatMap((line) => line?.split(",") ?? [])
    .map((tag) => tag.trim().replace(/^(?:W\/)?"(.*)"$/, "$1"));
}
