import { ApiError, createHttp } from "../../../../web/app/shared/http.js";

function createServer(answer: () => Promise<Response>) {
  const seen: { path: string; init: RequestInit }[] = [];
  const lost: string[] = [];
  const http = createHttp({
    fetch: async (path, init = {}) => {
      seen.push({ path: String(path), init });
      return answer();
    },
    readLocale: () => "pt",
    readToken: () => "t0ken",
    onSessionLost: () => lost.push("lost"),
  });
  return { http, seen, lost };
}

const refusal = (status: number, error?: unknown) => async () =>
  new Response(error === undefined ? "<html>" : JSON.stringify({ error }), { status });
const caught = (promise: Promise<unknown>) => promise.catch((error: unknown) => error);

describe("http", () => {
  it("sends JSON with the token and answers the parsed body", async () => {
    const { http, seen } = createServer(async () => new Response('{"items":[1]}'));

    const body = await http.put("/api/v1/parameters/316", { value: "Y" });

    expect(body).toEqual({ items: [1] });
    expect(seen[0]?.init).toMatchObject({
      method: "PUT",
      body: '{"value":"Y"}',
      headers: { authorization: "Bearer t0ken", "content-type": "application/json" },
    });
  });

  it("turns a refusal into an error with the server's code, text and details", async () => {
    const error = { code: "parameter/refused", message: "It must be Y or N.", details: { number: 316 } };
    const { http } = createServer(refusal(422, error));

    expect(await caught(http.put("/x", {}))).toMatchObject({ status: 422, ...error });
  });

  it("understands an answer of something between it and the server", async () => {
    const { http } = createServer(refusal(429));

    expect(await caught(http.get("/x"))).toMatchObject({ status: 429, code: "request/too-many" });
  });

  it("tells an unreachable server from a refusal", async () => {
    const { http } = createServer(async () => {
      throw new TypeError("fetch failed");
    });

    const error = await caught(http.get("/x"));

    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 0, code: "client/unreachable" });
  });

  it("tells an answer that is no JSON", async () => {
    const { http } = createServer(async () => new Response("<html>"));

    expect(await caught(http.get("/x"))).toMatchObject({ code: "client/unreadable" });
  });

  it("takes an empty success as such", async () => {
    const { http } = createServer(async () => new Response(null, { status: 204 }));

    expect(await http.remove("/api/v1/session")).toBeNull();
  });

  it("reports a lost session, but not a wrong password", async () => {
    const ended = createServer(refusal(401, { code: "session/expired", message: "…" }));
    const wrong = createServer(refusal(401, { code: "session/wrong-credentials", message: "…" }));

    await caught(ended.http.get("/x"));
    await caught(wrong.http.post("/api/v1/session", {}));

    expect([ended.lost, wrong.lost]).toEqual([["lost"], []]);
  });
});
