import { Button, EmptyState, Group, Skeleton, Stack, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconSearchOff } from "@tabler/icons-react";
import { useCallback } from "react";
import { useDesk } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { ArticleFilters } from "./article-filters.js";
import { ArticleTable } from "./article-table.js";
import { useFilters } from "./use-filters.js";
import { useKnowledgeTexts } from "./use-knowledge-texts.js";

const pageSize = 25;

/** Articles in every state, searched, narrowed and sorted by the server. */
export function ArticleList() {
  const t = useKnowledgeTexts();
  const { api } = useDesk();
  const [filters, change] = useFilters();
  const key = JSON.stringify(filters);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the filters.
  const load = useCallback(
    () => api.knowledge.findForEditor({ ...filters, limit: String(pageSize) }),
    [api, key],
  );
  const [loaded, reload] = useLoaded(load);
  const page = Number(filters.page ?? 1);
  const { items, total, due } = loaded.status === "ready" ? loaded.value : { items: [], total: 0, due: 0 };
  const pages = Math.max(1, Math.ceil(total / pageSize));
  return (
    <Stack gap="md">
      <ArticleFilters filters={filters} due={due} onChange={change} />
      {loaded.status === "loading" && <Skeleton h={320} radius="md" />}
      {loaded.status === "failed" && <LoadFailed message={loaded.error.message} onRetry={reload} />}
      {loaded.status === "ready" && items.length === 0 && (
        <EmptyState icon={<IconSearchOff />} title={t("none")} description={t("none.text")} />
      )}
      {items.length > 0 && (
        <>
          <ArticleTable articles={items} filters={filters} onChange={change} onDone={reload} />
          <Group justify="space-between">
            <Text size="sm" c="dimmed" role="status">
              {t.count("found", total)}
            </Text>
            {pages > 1 && (
              <Group gap="xs">
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t("page.previous")}
                  disabled={page <= 1}
                  onClick={() => change({ page: String(page - 1) })}
                >
                  <IconChevronLeft size={16} aria-hidden />
                </Button>
                <Text size="sm">
                  {t("page", { number: page })} / {pages}
                </Text>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t("page.next")}
                  disabled={page >= pages}
                  onClick={() => change({ page: String(page + 1) })}
                >
                  <IconChevronRight size={16} aria-hidden />
                </Button>
              </Group>
            )}
          </Group>
        </>
      )}
    </Stack>
  );
}
