const nowhere = "http://desk.invalid";

/** A path of a page on this site, or nothing: a link must not send people elsewhere after they logged in. */
export function toSafePath(next: string | null | undefined): string | undefined {
  if (!next?.startsWith("/") || /^\/[/\\]/.test(next) || !URL.canParse(next, nowhere)) return undefined;
  const { origin, pathname, search } = new URL(next, nowhere);
  const isHere =
    origin === nowhere && !/^\/login(?:\/|$)/.test(pathname) && !/^\/(?:\/|api\/v1(?:\/|$))/.test(pathname);
  return isHere ? `${pathname}${search}` : undefined;
}
