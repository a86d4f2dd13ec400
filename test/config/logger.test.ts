import { createLogger } from "../../config/index.js";

function logged(write: (log: ReturnType<typeof createLogger>) => void, secrets: string[] = []): string {
  const lines: string[] = [];
  write(createLogger({ level: "info", secrets, stream: { write: (line) => void lines.push(line) } }));
  return lines.join("");
}

describe("the log", () => {
  it("hides tokens, cookies and passwords by their field (S37)", () => {
    const text = logged((log) => {
      log.info({ headers: { authorization: "Bearer canary-1", cookie: "token=canary-2" } }, "request");
      log.info(
        { request: { headers: { authorization: "Bearer canary-3" } }, password: "canary-4" },
        "request",
      );
      log.info({ auth: { token: "canary-5" }, token: "canary-6" }, "handshake");
    });

    expect(text).not.toContain("canary");
    expect(text.match(/request|handshake/g)?.length).toBeGreaterThanOrEqual(3);
  });

  it("hides the configured secrets wherever they turn up, and a URL's password alone (S37)", () => {
    const secrets = [
      "0123456789abcdef0123456789abcdef",
      "postgres://desk:p%40ssw0rd@db/desk",
      "redis://cache:6379",
    ];

    const text = logged((log) => {
      log.error(new Error(`cannot reach ${secrets[1]}: password p@ssw0rd refused`));
      log.info(`signed with ${secrets[0]} on redis://cache:6379`);
    }, secrets);

    expect(text).not.toContain("p%40ssw0rd");
    expect(text).not.toContain("p@ssw0rd");
    expect(text).not.toContain("0123456789abcdef");
    expect(text).toContain("redis://cache:6379");
  });

  it("writes nothing below its level", () => {
    expect(logged((log) => log.debug("detail"))).toBe("");
  });
});
