export const sessionCookie = "deskhand_session";

/** The session's token in a `Cookie` header, if there is one. */
export function readSessionCookie(header: string | undefined): string | undefined {
  for (const part of header?.split(";") ?? []) {
    const [name, value] = part.trim().split("=", 2);
    if (name === sessionCookie && value !== undefined && value !== "") return value;
  }
  return undefined;
}

/** The `Set-Cookie` that hands a browser its session, or takes it away when `maxAgeSeconds` is 0. */
export function writeSessionCookie(token: string, maxAgeSeconds: number, isHttps: boolean): string {
  const secure = isHttps ? "; Secure" : "";
  return `${sessionCookie}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure}`;
}
