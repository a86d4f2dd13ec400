/** Where a tab keeps what a refresh must not lose. */
export interface Keeping {
  read(key: string): string | undefined;
  /** `undefined` forgets it. */
  write(key: string, text: string | undefined): void;
}

/** In memory: for a page whose storage is forbidden, and for tests. */
export function keepInMemory(): Keeping {
  const kept = new Map<string, string>();
  return {
    read: (key) => kept.get(key),
    write(key, text) {
      if (text === undefined) kept.delete(key);
      else kept.set(key, text);
    },
  };
}

/** The tab's own storage: it outlives a refresh, and no other tab sends what this one has not sent. */
export function keepInTab(): Keeping {
  return keepIn(() => globalThis.sessionStorage);
}

/** Shared by the tabs of this browser, and still there after it was closed. */
export function keepInBrowser(): Keeping {
  return keepIn(() => globalThis.localStorage);
}

// Reaching for the storage throws where cookies are blocked, writing throws where the quota is used up.
function keepIn(open: () => Storage): Keeping {
  const fallback = keepInMemory();
  return {
    read(key) {
      try {
        return open().getItem(key) ?? fallback.read(key);
      } catch {
        return fallback.read(key);
      }
    },
    write(key, text) {
      try {
        if (text === undefined) open().removeItem(key);
        else open().setItem(key, text);
        fallback.write(key, undefined);
      } catch {
        fallback.write(key, text);
      }
    },
  };
}
