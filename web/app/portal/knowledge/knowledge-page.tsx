import {
  Button,
  Collapse,
  EmptyState,
  Group,
  Skeleton,
  Stack,
  Switch,
  TextInput,
  Title,
} from "@mantine/core";
import { useDebouncedValue, useDisclosure } from "@mantine/hooks";
import { IconBook2, IconFolder, IconSearch, IconSearchOff } from "@tabler/icons-react";
import { useCallback, useMemo, useState } from "react";
import { useSearchParams } from "wouter";
import type { ArticleSummary } from "../../../../contract/article.js";
import { useDesk, useLocale } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { openChat } from "../../shared/use-chat.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { ArticleLine } from "../article-line.js";
import { PageSkeleton } from "../page-skeleton.js";
import classes from "../portal.module.css";
import { usePortalTexts } from "../use-portal-texts.js";
import { FolderTree } from "./folder-tree.js";
import knowledge from "./knowledge.module.css";
import { toTree } from "./to-tree.js";
import { useArticles } from "./use-articles.js";

const pauseMs = 200;

/** The knowledge portal: a search as one types, and folders to go through. Folder and language stand in the address. */
export function KnowledgePage() {
  const t = usePortalTexts();
  const [params, setParams] = useSearchParams();
  const folder = params.get("folder") ?? "";
  const every = params.get("language") === "all";
  const [typed, setTyped] = useState("");
  const [q] = useDebouncedValue(typed.trim(), pauseMs);
  const change = (name: string, value: string): void =>
    setParams((now) => {
      const next = new URLSearchParams(now);
      if (value === "") next.delete(name);
      else next.set(name, value);
      return next;
    });
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h2">
          {t("knowledge.title")}
        </Title>
        <Switch
          label={t("knowledge.every-language")}
          checked={every}
          onChange={({ currentTarget }) => change("language", currentTarget.checked ? "all" : "")}
        />
      </Group>
      <TextInput
        size="md"
        type="search"
        aria-label={t("knowledge.search")}
        placeholder={t("knowledge.search")}
        leftSection={<IconSearch size={20} aria-hidden />}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <div className={knowledge.columns}>
        <FolderColumn folder={folder} every={every} />
        <Articles q={q} folder={folder} every={every} />
      </div>
    </Stack>
  );
}

function FolderColumn({ folder, every }: { folder: string; every: boolean }) {
  const t = usePortalTexts();
  const { api } = useDesk();
  const locale = useLocale();
  const [opened, { toggle }] = useDisclosure(false);
  const [counts, reload] = useLoaded(
    useCallback(
      async () => (await api.knowledge.readFolderCounts(every ? undefined : locale)).items,
      [api, every, locale],
    ),
  );
  const nodes = useMemo(
    () => (counts.status === "ready" ? toTree(counts.value, locale) : []),
    [counts, locale],
  );
  const hrefOf = (path: string): string => {
    const query = new URLSearchParams({
      ...(path ? { folder: path } : {}),
      ...(every ? { language: "all" } : {}),
    });
    return `/knowledge${query.size > 0 ? `?${query}` : ""}`;
  };
  const total = counts.status === "ready" ? counts.value.reduce((sum, { count }) => sum + count, 0) : 0;
  const all = { path: "", name: t("knowledge.all"), count: total, folders: [] };
  const tree = (
    <nav aria-label={t("knowledge.folders")}>
      {counts.status === "loading" && <Skeleton h={180} />}
      {counts.status === "failed" && <LoadFailed onRetry={reload} />}
      {counts.status === "ready" && <FolderTree nodes={[all, ...nodes]} chosen={folder} hrefOf={hrefOf} />}
    </nav>
  );
  return (
    <div>
      <Button
        hiddenFrom="sm"
        fullWidth
        variant="default"
        justify="space-between"
        leftSection={<IconFolder size={18} aria-hidden />}
        aria-expanded={opened}
        onClick={toggle}
      >
        {folder === "" ? t("knowledge.folders") : folder.replaceAll("/", " › ")}
      </Button>
      <div className="mantine-visible-from-sm">{tree}</div>
      <div className="mantine-hidden-from-sm">
        <Collapse expanded={opened}>{opened && tree}</Collapse>
      </div>
    </div>
  );
}

interface ArticlesProps {
  readonly q: string;
  readonly folder: string;
  readonly every: boolean;
}

function Articles({ q, folder, every }: ArticlesProps) {
  const t = usePortalTexts();
  const locale = useLocale();
  const { loaded, reload, more } = useArticles({
    ...(every ? {} : { language: locale }),
    ...(folder ? { folder } : {}),
    ...(q ? { q } : {}),
  });
  if (loaded.status === "loading") return <PageSkeleton />;
  if (loaded.status === "failed") return <LoadFailed onRetry={reload} />;
  if (loaded.value.length === 0) return <Nothing q={q} every={every} />;
  return (
    <Stack>
      {q === "" ? <Folders articles={loaded.value} /> : <Lines articles={loaded.value} />}
      {more && (
        <Button variant="light" onClick={more} style={{ alignSelf: "center" }}>
          {t("knowledge.more")}
        </Button>
      )}
    </Stack>
  );
}

function Nothing({ q, every }: { q: string; every: boolean }) {
  const t = usePortalTexts();
  return (
    <EmptyState
      icon={q === "" ? <IconBook2 /> : <IconSearchOff />}
      title={q === "" ? t("knowledge.none.title") : t("search.none", { q })}
      description={every ? undefined : t("knowledge.none.text")}
    >
      {q !== "" && (
        <EmptyState.Actions>
          <Button variant="light" onClick={() => openChat({ draft: q })}>
            {t("search.ask")}
          </Button>
        </EmptyState.Actions>
      )}
    </EmptyState>
  );
}

function Folders({ articles }: { articles: readonly ArticleSummary[] }) {
  const t = usePortalTexts();
  return toFolders(articles).map(([folder, inside]) => (
    <Stack key={folder} component="section" gap="xs">
      <Title order={2} size="h5">
        {folder === "" ? t("knowledge.general") : folder.replaceAll("/", " › ")}
      </Title>
      <Lines articles={inside} />
    </Stack>
  ));
}

function Lines({ articles }: { articles: readonly ArticleSummary[] }) {
  return (
    <div className={classes.lines}>
      {articles.map((article) => (
        <ArticleLine key={article.id} article={article} />
      ))}
    </div>
  );
}

function toFolders(articles: readonly ArticleSummary[]): [string, ArticleSummary[]][] {
  const folders = new Map<string, ArticleSummary[]>();
  for (const article of articles) {
    folders.set(article.folder, [...(folders.get(article.folder) ?? []), article]);
  }
  return [...folders].sort(([one], [other]) => one.localeCompare(other));
}
