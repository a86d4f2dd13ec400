/** Which addresses of channels the desk talks to. */
export type AllowsServiceUrl = (serviceUrl: string) => boolean;

/**
 * Answers whether a `serviceUrl` is one of those an operator allows (reliability S21): same scheme, host and port, and
 * inside the path. Without an app id nobody vouches for the caller, so then only this machine's root addresses count,
 * as Bot Framework tools use them.
 */
export function createServiceUrlCheck(options: {
  readonly allowed: readonly string[];
  readonly isOpen: boolean;
}): AllowsServiceUrl {
  const prefixes = options.allowed.flatMap((text) => toUrl(text) ?? []);
  return (serviceUrl) => {
    const url = toUrl(serviceUrl);
    if (url === undefined) return false;
    if (options.isOpen && isLoopbackRoot(url)) return true;
    if (options.isOpen && !isLoopbackHost(url.hostname)) return false;
    return prefixes.some((prefix) => isWithin(url, prefix));
  };
}

/** Whether a host name means this machine. */
export function isLoopbackHost(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/^\[|\]$/g, "");
  return name === "localhost" || name === "::1" || /^127(\.\d{1,3}){3}$/.test(name);
}

function toUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") return undefined;
  // A name and password would make "https://allowed@elsewhere" look right to a careless reader.
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") return undefined;
  return url;
}

function isLoopbackRoot(url: URL): boolean {
  return isLoopbackHost(url.hostname) && url.pathname === "/";
}

function isWithin(url: URL, prefix: URL): boolean {
  const folder = prefix.pathname.endsWith("/") ? prefix.pathname : `${prefix.pathname}/`;
  return url.origin === prefix.origin && `${url.pathname}/`.startsWith(folder);
}
