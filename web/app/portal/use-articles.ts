import { useCallback, useEffect, useState } from "react";
import type { ArticleSummary } from "../../../contract/article.js";
import type { ArticleQuery } from "../shared/api.js";
import { useDesk } from "../shared/desk.js";
import { type Loaded, useLoaded } from "../shared/use-loaded.js";

const pageSize = "100";

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

/** The articles a person may read, page after page. */
export function useArticles(language: ArticleQuery["language"]): Articles {
  const { api } = useDesk();
  const [pages, setPages] = useState<readonly Page[]>([]);
  const [after, setAfter] = useState<string>();
  const query = { limit: pageSize, ...(language ? { language } : {}), ...(after ? { after } : {}) };
  const key = JSON.stringify(query);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the query.
  const load = useCallback(async () => ({ after, page: await api.findArticles(query) }), [api, key]);
  const [loaded, reload] = useLoaded(load);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another language starts from its first page.
  useEffect(() => setAfter(undefined), [language]);
  useEffect(() => {
    if (loaded.status !== "ready") return;
    const { page, after: from } = loaded.value;
    setPages((known) => (from === undefined ? [page] : [...known.filter((other) => other !== page), page]));
  }, [loaded]);

  const next = pages.at(-1)?.next;
  const items = pages.flatMap((page) => page.items);
  const shown: Articles["loaded"] =
    pages.length > 0 || loaded.status === "ready" ? { status: "ready", value: items } : loaded;
  return { loaded: shown, reload, ...(next ? { more: () => setAfter(next) } : {}) };
}
