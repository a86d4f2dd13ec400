import type { z } from "zod";
import { isAudited, type Route, takesKey } from "../route.js";
import { scopeOf } from "../scope.js";
import { partsOf, type Schemas } from "./schemas.js";

const methods = { get: "get", post: "post", put: "put", patch: "patch", del: "delete" } as const;

const made: Readonly<Record<number, string>> = { 201: "Made", 202: "Taken, and done soon after" };

const rawContent = { "application/octet-stream": { schema: { type: "string", format: "binary" } } };

const location = { description: "Where the browser goes next", schema: { type: "string" } };

/** What the parts of addresses are. */
const parts: Readonly<Record<string, { readonly description: string; readonly example: string }>> = {
  id: { description: "The id of the thing", example: "0198f6a2-7c00-7000-8000-000000000001" },
  number: { description: "The number of the ticket, interaction or parameter", example: "100234" },
  name: { description: "The name of the report", example: "attendances" },
  scope: { description: "`desk`, or the id of a group", example: "desk" },
  version: { description: "The number of the version", example: "1" },
};

export function methodOf({ method }: Pick<Route, "method">): string {
  return methods[method];
}

export function pathOf({ path }: Pick<Route, "path">): string {
  return path.replace(/:(\w+)/g, "{$1}");
}

/** Which tag an operation stands under. */
export function tagOf(route: Route): string {
  const scope = scopeOf({ method: "get", path: route.path });
  if (scope !== undefined && scope !== "any") return scope.split(":")[0] ?? "";
  return route.path.startsWith("/api/v1/") ? "desk" : "channels";
}

/** One operation, with everything it takes and answers. `isTagged`: whether its path is read with an ETag too. */
export function describeOperation(
  route: Route,
  { schemas, isTagged }: { readonly schemas: Schemas; readonly isTagged: boolean },
): object {
  const { body, answer, query } = route.schemas;
  return {
    operationId: operationIdOf(route),
    summary: route.summary,
    tags: [tagOf(route)],
    security: securityOf(route),
    "x-audience": route.who,
    ...(isAudited(route) ? { "x-audited": true } : {}),
    parameters: [
      ...pathParameters(route.path),
      ...(query === undefined ? [] : queryParameters(query)),
      ...headersOf(route, isTagged).map((name) => ({ $ref: `#/components/parameters/${name}` })),
    ],
    ...(route.takesRaw ? { requestBody: { required: true, content: rawContent } } : {}),
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { "application/json": { schema: schemas.write(body) } },
          },
        }),
    responses: {
      ...success(route, answer === undefined ? undefined : schemas.read(answer)),
      ...(route.method === "get" ? { 304: { $ref: "#/components/responses/304" } } : {}),
      ...Object.fromEntries(
        refusalsOf(route, isTagged).map((status) => [status, { $ref: `#/components/responses/${status}` }]),
      ),
    },
  };
}

function operationIdOf(route: Route): string {
  const words = pathOf(route)
    .replace("/api/v1/", "/")
    .split(/[^\w{]+/)
    .filter((word) => word !== "")
    .map((word) => (word.startsWith("{") ? `By-${word.slice(1)}` : word));
  const [first = "", ...rest] = [methodOf(route), ...words].join("-").split(/[-_]/);
  return first + rest.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
}

/** A session's token, the cookie of a browser, or a token of a program with the scope that opens this door. */
function securityOf(route: Route): object[] {
  if (route.who === "anyone") return [];
  const scope = scopeOf(route);
  const token = scope === undefined ? [] : [{ token: scope === "any" ? [] : [scope] }];
  return [{ session: [] }, { cookie: [] }, ...token];
}

function pathParameters(path: string): object[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
    ...parts[name],
  }));
}

function queryParameters(schema: z.ZodType): object[] {
  const { properties = {}, required = [] } = partsOf(schema);
  return Object.entries(properties).map(([name, of]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema: of,
  }));
}

function headersOf(route: Route, isTagged: boolean): string[] {
  return [
    ...(takesKey(route) ? ["Idempotency-Key"] : []),
    ...(route.method === "get" ? ["If-None-Match"] : []),
    ...(isTagged && holdsToTags(route) ? ["If-Match"] : []),
  ];
}

function holdsToTags({ method, hasVersions }: Route): boolean {
  return method === "put" || method === "del" || (method === "patch" && hasVersions === true);
}

function success(route: Route, schema: object | undefined): object {
  const { method, sends = [] } = route;
  const status: number = route.success ?? 200;
  if (status === 204) return { 204: { description: "Done" } };
  if (status === 302) return { 302: { description: "Go on there", headers: { Location: location } } };
  const binary = { schema: { type: "string", format: "binary" } };
  const content = {
    ...(sends.length > 0 && schema === undefined ? {} : { "application/json": { schema: schema ?? {} } }),
    ...Object.fromEntries(sends.map((type) => [type, type === "application/json" ? { schema: {} } : binary])),
  };
  const headers = method === "get" ? { headers: { ETag: { $ref: "#/components/headers/ETag" } } } : {};
  return { [status]: { description: made[status] ?? "Done", ...headers, content } };
}

function refusalsOf(route: Route, isTagged: boolean): number[] {
  const { query, body } = route.schemas;
  const writes = route.method !== "get";
  return [
    ...(query !== undefined || body !== undefined ? [400] : []),
    ...(route.who === "anyone" ? [] : [401, 403]),
    ...(route.path.includes(":") ? [404] : []),
    ...(writes ? [409] : []),
    ...(isTagged && holdsToTags(route) ? [412] : []),
    ...(body !== undefined || route.takesRaw ? [413] : []),
    ...(writes ? [422] : []),
    429,
    500,
    503,
  ];
}
