import { z } from "zod";
import { AppError } from "../../contract/index.js";
import { describeApi } from "../../http/openapi/index.js";
import { defineRoute } from "../../http/route.js";

const route = defineRoute({
  method: "post",
  path: "/api/v1/things/:id",
  summary: "Make a thing",
  who: "person",
  query: z.strictObject({ size: z.coerce.number().int().max(9).default(1) }),
  body: z.strictObject({ name: z.string().min(1) }),
  handle: async ({ query, body }) => ({ body: { name: body.name, size: query.size } }),
});
const call = (query: unknown, body: unknown) =>
  route.run({
    principal: undefined,
    token: undefined,
    params: {},
    query,
    body,
    locale: "en",
    address: "127.0.0.1",
    stream: (async function* () {})(),
    headers: {},
  });

describe("a route", () => {
  it("hands its handler what fits the schemas", async () => {
    expect(await call({ size: "3" }, { name: "x" })).toEqual({ body: { name: "x", size: 3 } });
  });

  it("leaves out NUL, which no store keeps, and stands whatever depth", async () => {
    expect(await call({}, { name: "\0a\0b\0" })).toEqual({ body: { name: "ab", size: 1 } });
    await expect(call({}, { name: "\0" })).rejects.toMatchObject({ code: "request/malformed" });
    const deep = JSON.parse(`${'{"name":'.repeat(20_000)}"\\u0000"${"}".repeat(20_000)}`);
    await expect(call({}, deep)).rejects.toMatchObject({ code: "request/malformed" });
  });

  it.each([
    [{ size: "ten" }, { name: "x" }, "query"],
    [{}, { name: "" }, "body"],
    [{}, { name: "x", role: "admin" }, "body"],
    [{}, undefined, "body"],
  ])("refuses query %j with body %j, and says where (S11, S13)", async (query, body, where) => {
    const refusal = await call(query, body).catch((error: unknown) => error);

    expect(refusal).toBeInstanceOf(AppError);
    expect(refusal).toMatchObject({ code: "request/malformed", message: expect.stringContaining(where) });
  });

  it("is described from the very schemas that parse it", () => {
    const described = JSON.parse(JSON.stringify(describeApi([route], "1")));

    const operation = described.paths["/api/v1/things/{id}"].post;
    expect(described.openapi).toBe("3.1.0");
    expect(operation.security).toEqual([{ session: [] }, { cookie: [] }]);
    expect(operation.parameters).toEqual([
      expect.objectContaining({ in: "path", name: "id", required: true }),
      expect.objectContaining({ in: "query", name: "size", required: false }),
      { $ref: "#/components/parameters/Idempotency-Key" },
    ]);
    expect(operation.requestBody.content["application/json"].schema).toMatchObject({
      required: ["name"],
      additionalProperties: false,
    });
  });
});
