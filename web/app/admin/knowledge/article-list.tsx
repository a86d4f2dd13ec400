import { Button, EmptyState, Group, Skeleton, Stack, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconSearchOff } from "@tabler/icons-react";
import { useCallback, useState } from "react";
import type { AdminArticleList } from "../../../../contract/knowledge.js";
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
  const empty: AdminArticleList = { items: [], total: 0, due: 0 };
  const { items, next, total, due } = loaded.status === "ready" ? loaded.value : empty;
  // Where the pages before begin; the first one begins nowhere.
  const [earlier, setEarlier] = useState<readonly string[]>([]);
  const { after } = filters;
  const goBack = (): void => {
    setEarlier(earlier.slice(0, -1));
    change({ after: earlier.at(-1) ?? "" });
  };
  const goOn = (to: string): void => {
    setEarlier(after === undefined ? [""] : [...earlier, after]);
    change({ after: to });
  };
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
            {(after !== undefined || next !== undefined) && (
              <Group gap="xs">
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t("page.previous")}
                  disabled={after === undefined}
                  onClick={goBack}
                >
                  <IconChevronLeft size={16} aria-hidden />
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t("page.next")}
                  disabled={next === undefined}
                  onClick={() => next !== undefined && goOn(next)}
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
