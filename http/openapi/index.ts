import { errorStatus } from "../../contract/index.js";
import type { Route } from "../route.js";
import { exampleOf } from "./example.js";
import { describeOperation, methodOf, pathOf, tagOf } from "./operation.js";
import { type JsonSchema, Schemas } from "./schemas.js";

const tags: Readonly<Record<string, string>> = {
  tickets: "The catalog, tickets and interactions",
  talks: "Conversations, attendances and what hangs on them",
  knowledge: "Articles, for readers and for those who keep them",
  people: "Accounts and groups",
  reports: "What was asked, answered, and how it is counted",
  settings: "Parameters, portfolio, hours, routing, agreements, the assistant",
  desk: "Who is here, and what guards the desk",
  channels: "Life of the process, and doors of other protocols",
};

const descriptions: Readonly<Record<number, string>> = {
  400: "Malformed: `details.problems` says what is wrong, and where",
  401: "Nobody is logged in, or the token does not hold",
  403: "This account, or this token, may not do this",
  404: "Not there, or not this person's to see",
  405: "The address does not answer to this method",
  409: "Something else happened meanwhile; `details` tells what is there now where that helps",
  412: "Not what was read any more: the ETag of If-Match is another one",
  413: "Too large",
  422: "Refused by a rule of the desk, or an Idempotency-Key of another request",
  429: "Too many at once; Retry-After says when to come again",
  500: "A fault of the desk; its id is in `details` and in the log",
  503: "Something the desk needs is away; the same request may be sent again",
};

const parameters = {
  "Idempotency-Key": {
    name: "Idempotency-Key",
    in: "header",
    description:
      "Names this request: a repeat within a day is answered with the first answer and does nothing.",
    schema: { type: "string", minLength: 1, maxLength: 200 },
    example: "order-4711",
  },
  "If-None-Match": {
    name: "If-None-Match",
    in: "header",
    description: "The ETag of what you have: answered with 304 when it is still that.",
    schema: { type: "string" },
  },
  "If-Match": {
    name: "If-Match",
    in: "header",
    description: "The ETag of what you read: refused with 412 when it is not that any more.",
    schema: { type: "string" },
  },
};

/** OpenAPI 3.1 of the routes, made from the schemas that parse them. */
export function describeApi(routes: readonly Route[], version: string): object {
  const schemas = new Schemas();
  const readPaths = new Set(routes.filter(({ method }) => method === "get").map(({ path }) => path));
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const operations = paths[pathOf(route)] ?? {};
    operations[methodOf(route)] = describeOperation(route, { schemas, isTagged: readPaths.has(route.path) });
    paths[pathOf(route)] = operations;
  }
  const used = new Set(routes.map(tagOf));
  const components = schemas.settle(paths);
  addExamples(paths, components);
  return {
    openapi: "3.1.0",
    info: {
      title: "Deskhand",
      version,
      description:
        "Lists are `{items, next?}`: give `next` as `after` to go on. Errors are `{error: {code, message, details?}}`; codes are stable. Times are ms UTC.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    tags: Object.entries(tags)
      .filter(([name]) => used.has(name))
      .map(([name, description]) => ({ name, description })),
    paths,
    components: {
      securitySchemes: {
        session: { type: "http", scheme: "bearer", description: "The token of a log-in" },
        token: { type: "http", scheme: "bearer", description: "A token of a program, with scopes" },
        cookie: { type: "apiKey", in: "cookie", name: "deskhand_session" },
      },
      parameters,
      headers: { ETag: { description: "Names this state of the thing", schema: { type: "string" } } },
      responses: responses(),
      schemas: { ...components, Error: errorOf(Object.keys(errorStatus)) },
    },
  };
}

function responses(): object {
  const statuses = [...new Set<number>(Object.values(errorStatus))].sort((a, b) => a - b);
  return {
    304: { description: "What you have is what there is" },
    ...Object.fromEntries(statuses.map((status) => [status, refusal(status)])),
  };
}

function refusal(status: number): object {
  const codes = Object.entries(errorStatus).flatMap(([code, of]) => (of === status ? [code] : []));
  const schema = errorOf(codes);
  const example = { error: { code: codes[0], message: descriptions[status] } };
  return {
    description: descriptions[status] ?? "Refused",
    content: { "application/json": { schema, example } },
  };
}

function errorOf(codes: readonly string[]): JsonSchema {
  const properties: Record<string, JsonSchema> = {
    code: { type: "string", enum: [...codes] },
    message: { type: "string" },
    details: {},
  };
  return {
    type: "object",
    required: ["error"],
    properties: { error: { type: "object", required: ["code", "message"], properties } },
  };
}

interface Content {
  readonly "application/json"?: { readonly schema: JsonSchema; example?: unknown };
}

/** To every body, in and out, one that fits. */
function addExamples(
  paths: Readonly<Record<string, Readonly<Record<string, object>>>>,
  components: Readonly<Record<string, JsonSchema>>,
): void {
  for (const operation of Object.values(paths).flatMap((one) => Object.values(one))) {
    const { requestBody, responses } = operation as {
      requestBody?: { content: Content };
      responses: Record<string, { content?: Content }>;
    };
    for (const content of [requestBody?.content, ...Object.values(responses).map((one) => one.content)]) {
      const json = content?.["application/json"];
      if (json !== undefined) json.example = exampleOf(json.schema, components);
    }
  }
}
