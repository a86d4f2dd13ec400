import { Button, EmptyState, Group, Stack, Switch, Title } from "@mantine/core";
import { IconBook2 } from "@tabler/icons-react";
import { useState } from "react";
import type { ArticleSummary } from "../../../contract/article.js";
import { useLocale } from "../shared/desk.js";
import { LoadFailed } from "../shared/load-failed.js";
import { ArticleLine } from "./article-line.js";
import { PageSkeleton } from "./page-skeleton.js";
import classes from "./portal.module.css";
import { SearchBox } from "./search-box.js";
import { useArticles } from "./use-articles.js";
import { usePortalTexts } from "./use-portal-texts.js";

/** All articles by folder. */
export function KnowledgePage() {
  const t = usePortalTexts();
  const locale = useLocale();
  const [every, setEvery] = useState(false);
  const { loaded, reload, more } = useArticles(every ? undefined : locale);
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h2">
          {t("knowledge.title")}
        </Title>
        <Switch
          label={t("knowledge.every-language")}
          checked={every}
          onChange={({ currentTarget }) => setEvery(currentTarget.checked)}
        />
      </Group>
      <SearchBox catalogs={[]} />
      {loaded.status === "loading" && <PageSkeleton />}
      {loaded.status === "failed" && <LoadFailed onRetry={reload} />}
      {loaded.status === "ready" && <Folders articles={loaded.value} />}
      {loaded.status === "ready" && loaded.value.length === 0 && (
        <EmptyState
          icon={<IconBook2 />}
          title={t("knowledge.none.title")}
          description={every ? undefined : t("knowledge.none.text")}
        />
      )}
      {more && (
        <Button variant="light" onClick={more} style={{ alignSelf: "center" }}>
          {t("knowledge.more")}
        </Button>
      )}
    </Stack>
  );
}

function Folders({ articles }: { articles: readonly ArticleSummary[] }) {
  const t = usePortalTexts();
  return toFolders(articles).map(([folder, inside]) => (
    <Stack key={folder} component="section" gap="xs">
      <Title order={2} size="h5" tt="capitalize">
        {folder === "" ? t("knowledge.general") : folder.replaceAll("/", " › ")}
      </Title>
      <div className={classes.lines}>
        {inside.map((article) => (
          <ArticleLine key={article.id} article={article} />
        ))}
      </div>
    </Stack>
  ));
}

function toFolders(articles: readonly ArticleSummary[]): [string, ArticleSummary[]][] {
  const folders = new Map<string, ArticleSummary[]>();
  for (const article of articles) {
    folders.set(article.folder, [...(folders.get(article.folder) ?? []), article]);
  }
  return [...folders].sort(([one], [other]) => one.localeCompare(other));
}
