import { z } from "zod";
import { errorStatus } from "../contract/index.js";
import { isAudited, type Route } from "./route.js";

const errorBody = {
  type: "object",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      required: ["code", "message"],
      properties: {
        code: { type: "string", enum: Object.keys(errorStatus) },
        message: { type: "string" },
        details: {},
      },
    },
  },
};

const rawContent = { "application/octet-stream": { schema: { type: "string", format: "binary" } } };

/** OpenAPI 3.1 of the routes, made from the schemas that parse them. */
export function describeApi(routes: readonly Route[], version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, "{$1}");
    const operations = paths[path] ?? {};
    operations[route.method === "del" ? "delete" : route.method] = describe(route);
    paths[path] = operations;
  }
  return {
    openapi: "3.1.0",
    info: { title: "Deskhand", version },
    paths,
    components: {
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer" },
        cookie: { type: "apiKey", in: "cookie", name: "deskhand_session" },
      },
      schemas: { Error: errorBody },
    },
  };
}

function describe(route: Route): object {
  const { query, body, answer } = route.schemas;
  return {
    summary: route.summary,
    ...(route.who === "anyone" ? {} : { security: [{ bearer: [] }, { cookie: [] }] }),
    "x-audience": route.who,
    ...(isAudited(route) ? { "x-audited": true } : {}),
    parameters: [...pathParameters(route.path), ...(query === undefined ? [] : queryParameters(query))],
    ...(route.takesRaw ? { requestBody: { required: true, content: rawContent } } : {}),
    ...(body === undefined ? {} : { requestBody: { required: true, content: json(body, "input") } }),
    responses: {
      200: { description: "Done", ...(answer === undefined ? {} : { content: json(answer, "output") }) },
      default: {
        description: "Refused",
        content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
      },
    },
  };
}

function json(schema: z.ZodType, io: "input" | "output"): object {
  return { "application/json": { schema: z.toJSONSchema(schema, { io, unrepresentable: "any" }) } };
}

function pathParameters(path: string): object[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}

function queryParameters(schema: z.ZodType): object[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return Object.entries(properties).map(([name, of]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema: of,
  }));
}
