export const sessionCookie = "deskhand_session";

/** The session's token in a `Cookie` header, if there is one. */
export function readSessionCookie(header: string | undefined): string | undefined {
  return readCookie(header, sessionCookie);
}

function readCookie(header: string | undefined, wanted: string): string | undefined {
  for (const part of header?.split(";") ?? []) {
    const [name, value] = part.trim().split("=", 2);
    if (name === wanted && value !== undefined && value !== "") return value;
  }
  return undefined;
}

/** The `Set-Cookie` that hands a browser its session, or takes it away when `maxAgeSeconds` is 0. */
export function writeSessionCookie(token: string, maxAgeSeconds: number, isHttps: boolean): string {
  const secure = isHttps ? "; Secure" : "";
  return `${sessionCookie}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure}`;
}

/** With TLS no other host of the domain can set it: that is what the prefix makes browsers promise. */
const browserCookie = (isHttps: boolean) => `${isHttps ? "__Host-" : ""}deskhand_browser`;

/** What tells the browser that began a log-in from others, if there is anything. */
export function readBrowserCookie(header: string | undefined, isHttps: boolean): string | undefined {
  return readCookie(header, browserCookie(isHttps));
}

/** Lax, for the identity provider sends the browser back from another site. */
export function writeBrowserCookie(value: string, maxAgeSeconds: number, isHttps: boolean): string {
  const secure = isHttps ? "; Secure" : "";
  return `${browserCookie(isHttps)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure}`;
}
