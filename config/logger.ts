import pino, { type DestinationStream, type Logger } from "pino";

export type Log = Logger;

export interface LoggerOptions {
  readonly level: string;
  /** Texts that must never be written, whatever field or sentence they stand in. */
  readonly secrets: readonly (string | undefined)[];
  readonly nodeName?: string | undefined;
  /** Where lines go; standard output when absent. */
  readonly stream?: DestinationStream | undefined;
}

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
      base: options.nodeName === undefined ? null : { node: options.nodeName },
      redact: { paths, censor: hidden },
      hooks: { streamWrite: (line) => hideAll(line, secrets) },
    },
    options.stream ?? pino.destination({ sync: true }),
  );
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
