import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { freePort } from "./ports.js";

export interface KnownClaims {
  readonly name?: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly groups?: readonly string[];
}

export interface IdentityProvider {
  readonly issuer: string;
  /** What a desk at that address is started with. */
  readonly environment: Readonly<Record<string, string>>;
  /** From now on this is what is known there of the person. */
  knows(id: string, claims: KnownClaims): Promise<void>;
  /** It takes connections and answers none of them, until `goOn`. */
  hang(): void;
  goOn(): void;
  stop(): Promise<void>;
}

/** An identity provider that nobody here wrote, for a desk at this address; in a process of its own. */
export async function startIdentityProvider(deskUrl: string): Promise<IdentityProvider> {
  const port = await freePort();
  const child = fork(join(__dirname, "identity-provider-process.mjs"), [String(port), deskUrl], {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    execArgv: [],
    env: { PATH: process.env.PATH, NODE_NO_WARNINGS: "1" },
  });
  let said = "";
  child.stderr?.on("data", (part: Buffer) => {
    said += part.toString();
  });
  await Promise.race([
    heard(child, (message) => "ready" in message),
    once(child, "exit").then(() => Promise.reject(new Error(`The provider ended: ${said}`))),
  ]);
  const issuer = `http://127.0.0.1:${port}`;
  return {
    issuer,
    environment: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: "desk",
      OIDC_CLIENT_SECRET: "a secret of the desk that is long enough",
      OIDC_NAME: "Acme",
      OIDC_SCOPES: "openid profile email groups",
    },
    knows: async (id, claims) => {
      const known = heard(child, (message) => "known" in message && message.known === id);
      child.send({ id, claims });
      await known;
    },
    hang: () => void child.kill("SIGSTOP"),
    goOn: () => void child.kill("SIGCONT"),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, "exit");
      child.kill("SIGKILL");
      await exited;
    },
  };
}

function heard(child: ChildProcess, fits: (message: object) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const listen = (message: unknown) => {
      if (typeof message !== "object" || message === null || !fits(message)) return;
      child.off("message", listen);
      resolve();
    };
    child.on("message", listen);
  });
}
