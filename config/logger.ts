import type { Trail } from "../contract/index.js";
import pino, { type DestinationStream, type Logger } from "pino";

export type Log = Logger;

export interface LoggerOptions {
  readonly level: string;
  /** Texts that must never be written, whatever field or sentence they stand in. */
  readonly secrets: readonly (string | undefined)[];
  readonly nodeName?: string | undefined;
  /** Names the request in every line that is written on its behalf. */
  readonly trail?: Pick<Trail, "requestId"> | undefined;
  /** Where lines go; standard output when absent. */
  readonly stream?: DestinationStream | undefined;
}

/** Lines that cannot be written are kept up to this size, and written when there is room again. */
const keptBytes = 1024 * 1024;
const hidden = "[hidden]";
const secretFields = ["authorization", "cookie", "set-cookie", "password", "token", "secret", "auth"];

/**
 * One JSON line per fact. Authorization and cookie headers, passwords and tokens are hidden by the name of their field
 * up to three levels deep, and the secrets of the configuration wherever they occur (reliability S37).
 */
export function createLogger(options: LoggerOptions): Log {
  const secrets = options.secrets.flatMap(toHiddenTexts);
  const paths = secretFields.flatMap((field) => [`["${field}"]`, `*["${field}"]`, `*.*["${field}"]`]);
  return pino(
    {
      level: options.level,
      mixin: () => {
        const requestId = options.trail?.requestId();
        return requestId === undefined ? {} : { requestId };
      },
      base: options.nodeName === undefined ? null : { node: options.nodeName },
      redact: { paths, censor: hidden },
      hooks: { streamWrite: (line) => hideAll(line, secrets) },
    },
    options.stream ?? openOutput(),
  );
}

/**
 * Standard output, which may be a full disk or a closed pipe: then lines wait up to a limit, later ones are dropped, and
 * the desk goes on (reliability F14).
 */
function openOutput(): DestinationStream {
  const output = pino.destination({ sync: true, maxLength: keptBytes });
  output.on("error", () => undefined);
  return output;
}

/** A URL is known by its password alone too: drivers quote parts of it in their errors. */
function toHiddenTexts(secret: string | undefined): string[] {
  if (secret === undefined || secret.length < 4) return [];
  const password = URL.canParse(secret) ? new URL(secret).password : "";
  const parts = password.length < 4 ? [] : [password, decodeURIComponent(password)];
  if (URL.canParse(secret) && password === "") return [];
  return [...new Set([secret, ...parts])].map((text) => JSON.stringify(text).slice(1, -1));
}

function hideAll(line: string, secrets: readonly string[]): string {
  return secrets.reduce((text, secret) => text.replaceAll(secret, hidden), line);
}
