import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import { type Desk, createDeskApi } from "../../../client/index.js";
import { generateClient } from "../../../scripts/generate-client.mjs";
import { access } from "../../security/access.js";
import { fill, queries } from "../../security/fill.js";
import { openWorld, type World } from "../../security/world.js";

interface Content {
  readonly [type: string]: { readonly schema: Record<string, unknown>; readonly example?: unknown };
}
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly security: readonly Record<string, readonly string[]>[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content; readonly $ref?: string }>>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

const clientFile = join(__dirname, "..", "..", "..", "client", "desk-api.ts");

describe("the description of the API (issue 8)", () => {
  let world: World;
  let document: Document;
  let operations: (readonly [door: string, operation: Operation])[];
  const answers: { door: string; status: number; isJson: boolean; text: string }[] = [];
  let fits: (schema: object, value: unknown) => string | undefined;

  beforeAll(async () => {
    world = await openWorld();
    document = (await (await fetch(`${world.url}/openapi.json`)).json()) as Document;
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, one]) => [`${method.toUpperCase()} ${path}`, one] as const),
    );
    // First of all: what comes later keeps this thread busy, while connections that nobody uses are closed.
    for (const [door] of operations) {
      const [method, path = ""] = door.split(" ");
      const { who = [] } = access[door] ?? {};
      const role = (["admin", "owner", "attending", "supervisor"] as const).find((one) => who.includes(one));
      if (method !== "GET" || role === undefined) continue;
      const response = await fetch(world.url + fill(path, world.ids) + (queries[door] ?? ""), {
        headers: { authorization: `Bearer ${world.tokens[role]}` },
        redirect: "manual",
      });
      const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false;
      answers.push({ door, status: response.status, isJson, text: await response.text() });
    }
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: "desk", components: document.components });
    fits = (schema, value) => {
      const local = JSON.parse(
        JSON.stringify(schema).replaceAll('"#/components', '"desk#/components'),
      ) as object;
      const check = ajv.compile(local);
      return check(value) ? undefined : ajv.errorsText(check.errors);
    };
  }, 60_000);
  afterAll(() => world.close());

  it("makes a client with which a program opens a ticket, finds it, and changes it once", async () => {
    const admin = createDeskApi({ baseUrl: world.url, token: world.tokens.admin ?? "" });
    const people = await admin.GET("/api/v1/accounts", { params: { query: { q: "rui" } } });
    const rui = people.data?.items.find(({ username }) => username === "rui")?.id;
    const programAs = async (accountId: string | undefined) => {
      const scopes: Desk["NewApiToken"]["scopes"] = ["tickets:read", "tickets:write"];
      const made = await admin.POST("/api/v1/api-tokens", { body: { name: "Client", scopes, accountId } });
      return createDeskApi({ baseUrl: world.url, token: made.data?.token ?? "" });
    };
    const [shop, program] = [await programAs(rui), await programAs(undefined)];

    const headers = { "Idempotency-Key": "client-1" };
    const body = { description: "The lift is stuck.", direct: true };
    const first = await shop.POST("/api/v1/tickets", { params: { header: headers }, body });
    const again = await shop.POST("/api/v1/tickets", { params: { header: headers }, body });
    const ticket: Desk["Ticket"] | undefined = first.data;
    const number = ticket?.number ?? "";
    const one = await program.GET("/api/v1/tickets/{number}", { params: { path: { number } } });
    const etag = one.response.headers.get("etag") ?? "";
    const change = (priority: "high" | "low") =>
      program.PUT("/api/v1/tickets/{number}", {
        params: { path: { number }, header: { "If-Match": etag } },
        body: { version: one.data?.version ?? 0, priority },
      });
    const changed = await change("high");
    const late = await change("low");

    expect([first.response.status, again.data?.number]).toEqual([201, number]);
    expect(one.data?.description).toBe("The lift is stuck.");
    expect(changed.data?.priority).toBe("high");
    expect([late.response.status, late.error?.error.code]).toEqual([412, "request/outdated"]);
    expect((await program.GET("/api/v1/parameters")).error?.error.code).toBe("token/scope");
  });

  it("is OpenAPI 3.1 that a validator of others takes", async () => {
    const result = await new Validator().validate(
      structuredClone(document) as unknown as Record<string, unknown>,
    );

    expect(result).toEqual({ valid: true });
    expect(document.openapi).toBe("3.1.0");
  });

  it("says of every operation who, what, and what comes back", () => {
    const faults: string[] = [];
    const ids = new Set<string>();
    for (const [door, { operationId, summary, tags, responses, security }] of operations) {
      if (ids.has(operationId)) faults.push(`${door}: ${operationId} twice`);
      ids.add(operationId);
      if (summary === "" || tags.length !== 1) faults.push(`${door}: summary or tag`);
      const [status = "", good] = Object.entries(responses).find(([one]) => /^(?:2|302)/.test(one)) ?? [];
      const contents = Object.values(good?.content ?? {});
      const isFile = door.endsWith("/export");
      const isTold =
        contents.length > 0 && contents.every(({ schema }) => isFile || Object.keys(schema).length > 0);
      if (!["204", "302"].includes(status) && !isTold && door !== "POST /api/messages")
        faults.push(`${door}: ${status} untold`);
      if (!("429" in responses && "500" in responses)) faults.push(`${door}: refusals`);
      const isOpen = access[door]?.who.includes("nobody") ?? false;
      const proves =
        security.length > 0 ||
        isOpen ||
        door.endsWith("/webhook") ||
        /\/files\/{id}|\/v3\/directline\/|\/scim\/v2\/|\/webhooks\/(?:other-desk|mail$)/.test(door);
      if (!proves) faults.push(`${door}: security`);
    }

    expect(faults).toEqual([]);
    expect(operations.length).toBeGreaterThan(150);
  });

  it("has an example that fits for every body, in and out", () => {
    const faults: string[] = [];
    for (const [door, { requestBody, responses }] of operations) {
      for (const content of [requestBody?.content, ...Object.values(responses).map((one) => one.content)]) {
        const json = content?.["application/json"];
        if (json === undefined) continue;
        const fault = fits(json.schema, json.example);
        if (fault !== undefined) faults.push(`${door}: ${fault.slice(0, 160)}`);
      }
    }

    expect(faults).toEqual([]);
  });

  it("tells the truth: what every door that reads answers fits what is said of it", async () => {
    const faults: string[] = [];
    for (const { door, status, isJson, text } of answers) {
      if (status === 404 && /\/logo$|\/photos\//.test(door)) continue;
      const told = operations.find(([one]) => one === door)?.[1].responses[String(status)];
      const schema = told?.content?.["application/json"]?.schema;
      if (told === undefined) faults.push(`${door}: ${status} is not told`);
      else if (isJson) {
        const fault = schema === undefined ? "is JSON" : fits(schema, JSON.parse(text));
        if (fault !== undefined) faults.push(`${door}: ${fault.slice(0, 200)}`);
      }
    }

    expect(answers.length).toBeGreaterThan(70);
    expect(faults).toEqual([]);
  });

  it("is what the TypeScript client was generated from", () => {
    const fresh = generateClient(document);
    if (process.env.UPDATE_CLIENT === "1") writeFileSync(clientFile, fresh);

    expect(readFileSync(clientFile, "utf8") === fresh).toBe(true);
  });
});
