import { Skeleton, Text } from "@mantine/core";
import { useCallback } from "react";
import { useDesk, useLocale } from "../shared/desk.js";
import { LoadFailed } from "../shared/load-failed.js";
import { useLoaded } from "../shared/use-loaded.js";
import { ArticleLine } from "./article-line.js";
import classes from "./portal.module.css";
import { usePortalTexts } from "./use-portal-texts.js";

const shown = 5;

export function RecentArticles() {
  const t = usePortalTexts();
  const { api } = useDesk();
  const locale = useLocale();
  const [articles, reload] = useLoaded(
    useCallback(
      async () => (await api.findArticles({ language: locale, limit: String(shown) })).items,
      [api, locale],
    ),
  );
  if (articles.status === "loading") return <Skeleton height={140} />;
  if (articles.status === "failed") return <LoadFailed onRetry={reload} />;
  if (articles.value.length === 0) return <Text c="dimmed">{t("knowledge.none.title")}</Text>;
  return (
    <div className={classes.lines}>
      {articles.value.slice(0, shown).map((article) => (
        <ArticleLine key={article.id} article={article} />
      ))}
    </div>
  );
}
