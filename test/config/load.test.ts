import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Config, loadConfig } from "../../config/index.js";
import { environmentSchema } from "../../config/schema.js";

function configOf(environment: Record<string, string>): Config {
  const loaded = loadConfig(environment);
  if (!loaded.ok) throw new Error(loaded.problems.join("\n"));
  return loaded.config;
}

function problemsOf(environment: Record<string, string>): readonly string[] {
  const loaded = loadConfig(environment);
  return loaded.ok ? [] : loaded.problems;
}

const secret = "0123456789abcdef0123456789abcdef";

describe("the configuration", () => {
  it("is an embedded demo desk on the loopback address when nothing is set", () => {
    const config = configOf({});

    expect(config.server).toMatchObject({ host: "127.0.0.1", port: 3978, maxBodyBytes: 262144 });
    expect(config.store).toMatchObject({ engine: "sqlite", file: "data/desk.db" });
    expect(config.desk).toEqual({
      isDemo: true,
      isEmbedded: true,
      assistantAvailable: true,
      abandonAfterMs: 300_000,
    });
  });

  it("is frozen in all its parts", () => {
    const config = configOf({});

    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.server)).toBe(true);
    expect(Object.isFrozen(config.bot.serviceUrls)).toBe(true);
  });

  it.each([
    [{ DATABASE_URL: "postgres://127.0.0.1/desk" }, false],
    [{ REDIS_URL: "redis://127.0.0.1:6379" }, false],
    [{ REDIS_URL: "redis://127.0.0.1:6379", DEMO: "on" }, true],
    [{ HOST: "0.0.0.0", SESSION_SECRET: secret }, false],
    [{ DEMO: "false" }, false],
    [{ DEMO: "off" }, false],
    [{ HOST: "localhost" }, true],
    [{ HOST: "::1" }, true],
  ])("with %j serves the demo desk: %s", (environment, isDemo) => {
    expect(configOf(environment).desk.isDemo).toBe(isDemo);
  });

  it("refuses demo accounts on a public address", () => {
    const problems = problemsOf({ HOST: "0.0.0.0", DEMO: "on", SESSION_SECRET: secret });

    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("DEMO");
  });

  it.each([
    [{ SMTP_URL: "mail.example.com", MAIL_FROM: "desk@example.com" }, "SMTP_URL"],
    [{ SMTP_URL: "http://mail.example.com", MAIL_FROM: "desk@example.com" }, "SMTP_URL"],
    [{ SMTP_URL: "smtp://mail.example.com" }, "MAIL_FROM"],
    [{ OIDC_ISSUER: "https://login.example.com" }, "OIDC_CLIENT_ID"],
    [{ OIDC_CLIENT_ID: "desk" }, "OIDC_ISSUER"],
    [{ OIDC_CLIENT_SECRET: "s" }, "OIDC_ISSUER"],
    [{ OIDC_ISSUER: "http://login.example.com", OIDC_CLIENT_ID: "desk" }, "OIDC_ISSUER"],
    [{ OIDC_ISSUER: "ftp://login.example.com", OIDC_CLIENT_ID: "desk" }, "OIDC_ISSUER"],
    [{ OIDC_ISSUER: "https://login.example.com?x", OIDC_CLIENT_ID: "desk" }, "OIDC_ISSUER"],
    [{ OIDC_ISSUER: "https://login.microsoftonline.com/common/v2.0", OIDC_CLIENT_ID: "desk" }, "OIDC_ISSUER"],
    [{ OIDC_SCOPES: "profile email" }, "OIDC_SCOPES"],
    [{ OIDC_CLIENT_AUTH: "jwt" }, "OIDC_CLIENT_AUTH"],
    [{ PASSWORD_LOG_IN: "off", BREAK_GLASS_ADMIN: "root" }, "OIDC_ISSUER"],
    [
      { PASSWORD_LOG_IN: "off", OIDC_ISSUER: "https://login.example.com", OIDC_CLIENT_ID: "desk" },
      "BREAK_GLASS_ADMIN",
    ],
    [
      {
        HOST: "0.0.0.0",
        SESSION_SECRET: "0123456789abcdef0123456789abcdef",
        OIDC_ISSUER: "https://login.example.com",
        OIDC_CLIENT_ID: "desk",
      },
      "PUBLIC_URL",
    ],
    [{ MAIL_FROM: "Desk" }, "MAIL_FROM"],
    [{ MAIL_FROM: "Desk <desk@example.com>\r\nBcc: <eve@example.com>" }, "MAIL_FROM"],
    [{ MAIL_FROM: "desk@example.com, eve@example.com" }, "MAIL_FROM"],
  ])("refuses %j and names %s", (environment, name) => {
    const problems = problemsOf(environment);

    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name}: `));
  });

  it("takes a mail server, whose address counts as a secret", () => {
    const url = "smtps://user:pass%40word@mail.example.com";
    const config = configOf({ SMTP_URL: url, MAIL_FROM: "Mesa de serviços <desk@example.com>" });

    expect(config.mail.from).toBe("Mesa de serviços <desk@example.com>");
    expect(config.secrets.smtpUrl).toBe(url);
  });

  it("keeps an issuer as it is written, and its secret among the secrets", () => {
    const config = configOf({
      OIDC_ISSUER: "https://login.example.com/o/desk/",
      OIDC_CLIENT_ID: "desk",
      OIDC_CLIENT_SECRET: "quiet",
    });

    expect(config.signOn).toMatchObject({ issuer: "https://login.example.com/o/desk/", clientAuth: "basic" });
    expect(config.secrets.oidcClientSecret).toBe("quiet");
    expect(JSON.stringify({ ...config, secrets: {} })).not.toContain("quiet");
    expect(configOf({}).signOn).toBeUndefined();
  });

  it("wants a secret of its own on a public address only", () => {
    expect(problemsOf({ HOST: "10.0.0.7" })[0]).toContain("SESSION_SECRET");
    expect(problemsOf({ HOST: "10.0.0.7", SESSION_SECRET: "short" })[0]).toContain("32 characters");
    expect(problemsOf({ HOST: "10.0.0.7", SESSION_SECRET: secret })).toEqual([]);
    expect(problemsOf({ REDIS_URL: "redis://127.0.0.1", DATABASE_URL: "postgres://127.0.0.1/d" })).toEqual(
      [],
    );
  });

  it("tells every fault at once, each by its variable, and no fault that follows from another", () => {
    const problems = problemsOf({
      PORT: "http",
      HOST: "0.0.0.0",
      SESSION_SECRET: "short",
      DEMO: "maybe",
      DATABASE_URL: "mysql://127.0.0.1",
      REDIS_URL: "not a url",
      MAX_BODY_BYTES: "-1",
      ALLOWED_ORIGINS: "https://portal.example.com/path",
      MICROSOFT_APP_ID: "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    });

    const names = problems.map((problem) => problem.split(":")[0]).sort();
    expect(names).toEqual([
      "ALLOWED_ORIGINS",
      "DATABASE_URL",
      "DEMO",
      "MAX_BODY_BYTES",
      "MICROSOFT_APP_PASSWORD",
      "PORT",
      "REDIS_URL",
      "SESSION_SECRET",
    ]);
  });

  it.each(["", " ", "0x50", "1e3", "65536", "3978.5", "٣", "99999999999999999999"])(
    "does not take %j for a port",
    (PORT) => {
      const loaded = loadConfig({ PORT });
      if (PORT.trim() === "") expect(loaded).toMatchObject({ ok: true, config: { server: { port: 3978 } } });
      else expect(loaded.ok).toBe(false);
    },
  );

  it("closes the prefixes of service addresses, so that a longer host name does not pass", () => {
    const { serviceUrls } = configOf({
      BOT_SERVICE_URLS: "http://localhost:50000, http://127.0.0.1:9/x",
    }).bot;

    expect(serviceUrls).toEqual(["http://localhost:50000/", "http://127.0.0.1:9/x/"]);
  });

  it("lets an unproved caller name no service address at all unless the operator listed it", () => {
    expect(configOf({}).bot.serviceUrls).toEqual([]);
    expect(
      problemsOf({ HOST: "0.0.0.0", SESSION_SECRET: secret, BOT_SERVICE_URLS: "http://x.example" })[0],
    ).toContain("BOT_SERVICE_URLS");
  });

  it("counts the proxies in front", () => {
    expect(configOf({}).server.trustedProxies).toBe(0);
    expect(configOf({ TRUST_PROXY: "on" }).server.trustedProxies).toBe(1);
    expect(configOf({ TRUST_PROXY: "2" }).server.trustedProxies).toBe(2);
    expect(problemsOf({ TRUST_PROXY: "11" })[0]).toContain("TRUST_PROXY");
  });

  it("knows exactly the variables of .env.example, and takes that file as it stands", () => {
    const lines = readFileSync(join(__dirname, "../../.env.example"), "utf8").split("\n");
    const settings = lines.filter((line) => line !== "" && !line.startsWith("#"));
    const given = Object.fromEntries(settings.map((line) => line.split(/=(.*)/s).slice(0, 2)));

    expect(Object.keys(given).sort()).toEqual(Object.keys(environmentSchema.shape).sort());
    const { server: fromFile, ...rest } = configOf(given);
    const { server: byDefault, ...others } = configOf({});
    expect(rest).toEqual(others);
    expect({ ...fromFile, nodeName: "" }).toEqual({ ...byDefault, nodeName: "" });
  });

  it("explains every variable of .env.example in the lines above it", () => {
    const lines = readFileSync(join(__dirname, "../../.env.example"), "utf8").split("\n");
    const unexplained = lines.filter((line, at) => /^[A-Z]/.test(line) && !lines[at - 1]?.startsWith("# "));

    expect(unexplained).toEqual([]);
  });
});
