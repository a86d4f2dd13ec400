import { type RunningDesk, startDesk } from "../../support/desk.js";
import type { DeskClient } from "../../support/desk-client.js";
import { newSchema } from "../../support/postgres.js";
import { type LyingProvider, startLyingProvider } from "../../support/lying-provider.js";
import { freePort } from "../../support/ports.js";
import type { Engine } from "../../../store/index.js";

export const urns = {
  user: "urn:ietf:params:scim:schemas:core:2.0:User",
  group: "urn:ietf:params:scim:schemas:core:2.0:Group",
  enterprise: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
  patch: "urn:ietf:params:scim:api:messages:2.0:PatchOp",
  list: "urn:ietf:params:scim:api:messages:2.0:ListResponse",
  error: "urn:ietf:params:scim:api:messages:2.0:Error",
} as const;

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly type: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: what a directory reads is looked at property by property.
  readonly body: any;
}

/** A company's directory, as it calls the desk. */
export interface Directory {
  readonly desk: RunningDesk;
  readonly provider: LyingProvider;
  readonly admin: DeskClient;
  readonly token: string;
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>;
  patch(path: string, operations: readonly object[], headers?: Record<string, string>): Promise<Answered>;
  close(): Promise<void>;
}

/** A desk on this engine, the identity provider it trusts, and the directory of the same company. */
export async function openDirectory(
  engine: Engine = "sqlite",
  environment: Readonly<Record<string, string>> = {},
): Promise<Directory> {
  const schema = engine === "postgres" ? await newSchema() : undefined;
  const provider = await startLyingProvider();
  const port = await freePort();
  const desk = await startDesk({
    PORT: String(port),
    ...provider.environment,
    ...(schema === undefined ? {} : { DATABASE_URL: schema.url, DATABASE_SCHEMA: schema.name }),
    ...environment,
  });
  const admin = await desk.connect("admin");
  const made = await admin.rest("POST", "/api/v1/api-tokens", { name: "Directory", scopes: ["scim"] });
  const { token } = made.body as { token: string };
  const ask: Directory["ask"] = (method, path, body, headers) =>
    askScim(desk.url, { method, path, body, headers: { authorization: `Bearer ${token}`, ...headers } });
  return {
    desk,
    provider,
    admin,
    token,
    ask,
    patch: (path, operations, headers) =>
      ask("PATCH", path, { schemas: [urns.patch], Operations: operations }, headers),
    close: async () => {
      await desk.stop();
      await provider.close();
      await schema?.drop();
    },
  };
}

export async function askScim(
  url: string,
  asked: {
    readonly method: string;
    readonly path: string;
    readonly body?: unknown;
    readonly headers?: Record<string, string>;
  },
): Promise<Answered> {
  const { method, path, body, headers } = asked;
  const response = await fetch(`${url}/scim/v2${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { "content-type": "application/scim+json" }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    type: response.headers.get("content-type"),
    body: text === "" ? undefined : JSON.parse(text),
  };
}

/** As Microsoft Entra ID makes people by its usual mapping. */
export function entraUser(name: string, more: object = {}): object {
  return {
    schemas: [urns.user, urns.enterprise],
    externalId: `${name}-object-id`,
    userName: `${name}@acme.example`,
    active: true,
    addresses: [{ primary: false, type: "work", country: "Portugal", locality: "Lisboa" }],
    displayName: `${name} Silva`,
    emails: [{ primary: true, type: "work", value: `${name}@acme.example` }],
    meta: { resourceType: "User" },
    name: { formatted: `${name} Silva`, familyName: "Silva", givenName: name },
    phoneNumbers: [{ primary: null, type: "mobile", value: "351 900 000 000" }],
    preferredLanguage: "pt-PT",
    roles: [],
    title: "Engineer",
    [urns.enterprise]: { department: "IT", employeeNumber: "7", manager: "26118915-6090" },
    ...more,
  };
}

/** As Okta makes people. */
export function oktaUser(name: string, more: object = {}): object {
  return {
    schemas: [urns.user],
    userName: `${name}@okta.example`,
    name: { givenName: name, familyName: "User" },
    emails: [{ primary: true, value: `${name}@okta.example`, type: "work" }],
    displayName: `${name} User`,
    locale: "en-US",
    externalId: `00u-${name}`,
    groups: [],
    password: "1mz050nq",
    active: true,
    ...more,
  };
}
