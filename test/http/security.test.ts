import { isKnownOrigin, isSameOrigin, newNonce } from "../../http/security.js";

describe("where a request comes from", () => {
  const host = "desk.example:3978";

  it.each([
    [
      "a page of the desk",
      { host, origin: "https://desk.example:3978", "sec-fetch-site": "same-origin" },
      true,
    ],
    ["an address typed by a person", { host, "sec-fetch-site": "none" }, true],
    ["an older browser on a page of the desk", { host, origin: "http://desk.example:3978" }, true],
    ["another site", { host, origin: "https://evil.example", "sec-fetch-site": "cross-site" }, false],
    [
      "a neighbour of the same site",
      { host, origin: "https://x.desk.example", "sec-fetch-site": "same-site" },
      false,
    ],
    ["a program that says nothing", { host }, false],
    ["a sandboxed page", { host, origin: "null" }, false],
  ])("lets the cookie count for %s: %j → %s (S17, S18)", (_who, headers, counts) => {
    expect(isSameOrigin(headers)).toBe(counts);
  });

  it.each([
    ["a page of the desk", { host, origin: "http://desk.example:3978" }, true],
    ["an allowed portal", { host, origin: "https://portal.example" }, true],
    ["a program", { host }, true],
    ["another site", { host, origin: "https://evil.example" }, false],
    ["a site whose name begins like an allowed one", { host, origin: "https://portal.example.evil" }, false],
    ["a cross-site request without an origin", { host, "sec-fetch-site": "cross-site" }, false],
  ])("opens sockets for %s: %j → %s", (_who, headers, opens) => {
    expect(isKnownOrigin(headers, ["https://portal.example"])).toBe(opens);
  });

  it("makes a nonce of 128 bits that is never the same", () => {
    const nonces = new Set(Array.from({ length: 1000 }, newNonce));

    expect(nonces.size).toBe(1000);
    expect(Buffer.from(newNonce(), "base64")).toHaveLength(16);
  });
});
