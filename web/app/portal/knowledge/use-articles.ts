import { useCallback, useEffect, useState } from "react";
import type { ArticleSummary } from "../../../../contract/article.js";
import type { ArticleQuery } from "../../shared/api.js";
import { useDesk } from "../../shared/desk.js";
import { type Loaded, useLoaded } from "../../shared/use-loaded.js";

const pageSize = "100";
const foundMax = "20";

interface Page {
  readonly items: readonly ArticleSummary[];
  readonly next?: string;
}

export interface Articles {
  readonly loaded: Loaded<readonly ArticleSummary[]>;
  readonly reload: () => void;
  /** There is none when everything is shown. */
  readonly more?: () => void;
}

/** The articles a person may read that fit: page after page, or the best for a search. */
export function useArticles(wish: Omit<ArticleQuery, "after" | "limit">): Articles {
  const { api } = useDesk();
  const key = JSON.stringify(wish);
  const [after, setAfter] = useState<{ readonly key: string; readonly cursor: string }>();
  const [earlier, setEarlier] = useState<{ readonly key: string; readonly pages: readonly Page[] }>();
  const cursor = after?.key === key ? after.cursor : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the wish.
  const load = useCallback(async () => {
    const limit = wish.q ? foundMax : pageSize;
    return { key, page: await api.findArticles({ ...wish, limit, ...(cursor ? { after: cursor } : {}) }) };
  }, [api, key, cursor]);
  const [loaded, reload] = useLoaded(load);

  const before = earlier?.key === key ? earlier.pages : [];
  const isOfThisWish = loaded.status === "ready" && loaded.value.key === key;
  const pages =
    isOfThisWish && !before.includes(loaded.value.page) ? [...before, loaded.value.page] : [...before];
  const next = pages.at(-1)?.next;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another wish begins at its first page.
  useEffect(() => setAfter(undefined), [key]);

  function more(): void {
    if (!next) return;
    setEarlier({ key, pages });
    setAfter({ key, cursor: next });
  }

  const shown: Articles["loaded"] =
    pages.length > 0
      ? { status: "ready", value: pages.flatMap((page) => page.items) }
      : loaded.status === "failed"
        ? loaded
        : { status: "loading" };
  return { loaded: shown, reload, ...(next ? { more } : {}) };
}
