import { Anchor, Badge, Button, Group, Table, Text } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { Link } from "wouter";
import type { ArticleSort, ListedArticle } from "../../../../contract/knowledge.js";
import { useDesk } from "../../shared/desk.js";
import { RelativeTime, useNow } from "../../shared/time.js";
import { useTell } from "../use-tell.js";
import classes from "./knowledge.module.css";
import type { Filters } from "./use-filters.js";
import { useKnowledgeTexts } from "./use-knowledge-texts.js";

interface ArticleTableProps {
  readonly articles: readonly ListedArticle[];
  readonly filters: Filters;
  readonly onChange: (change: Filters) => void;
  readonly onDone: () => void;
}

const columns = ["title", "folder", "updated", "views", "review"] as const satisfies readonly ArticleSort[];

/** What a narrow screen has room for; the folder stands below the title there. */
const alwaysShown = new Set<ArticleSort>(["title"]);

export function ArticleTable({ articles, filters, onChange, onDone }: ArticleTableProps) {
  const t = useKnowledgeTexts();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reachable by keyboard.
    <section className={classes.scroll} tabIndex={0} aria-label={t("title")}>
      <Table highlightOnHover verticalSpacing="sm" miw={{ lg: 760 }}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <SortHead key={column} column={column} filters={filters} onChange={onChange} />
            ))}
            <Table.Th visibleFrom="lg">{t("column.helped")}</Table.Th>
            <Table.Th>{t("column.state")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {articles.map((article) => (
            <Row key={article.id} article={article} onDone={onDone} />
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

interface SortHeadProps extends Pick<ArticleTableProps, "filters" | "onChange"> {
  readonly column: (typeof columns)[number];
}

function SortHead({ column, filters, onChange }: SortHeadProps) {
  const t = useKnowledgeTexts();
  const { sort = "updated", order = "desc" } = filters;
  const isSorted = sort === column;
  const name = t(`column.${column}`);
  const next = isSorted
    ? order === "asc"
      ? "desc"
      : "asc"
    : column === "updated" || column === "views"
      ? "desc"
      : "asc";
  const direction = order === "asc" ? "ascending" : "descending";
  const Arrow = order === "asc" ? IconArrowUp : IconArrowDown;
  return (
    <Table.Th
      aria-sort={isSorted ? direction : "none"}
      visibleFrom={alwaysShown.has(column) ? undefined : "lg"}
    >
      <button
        type="button"
        className={classes.sort}
        aria-label={t("sort", { name })}
        onClick={() => onChange({ sort: column, order: next })}
      >
        {name}
        {isSorted && <Arrow size={14} aria-hidden />}
      </button>
    </Table.Th>
  );
}

function Row({ article, onDone }: { article: ListedArticle; onDone: () => void }) {
  const t = useKnowledgeTexts();
  const now = useNow();
  const { id, title, language, folder, visibility, state, updatedAt, reviewAt, views, helped, didNot } =
    article;
  const isDue = state === "published" && reviewAt !== undefined && reviewAt <= now;
  return (
    <Table.Tr>
      <Table.Td className={classes.title}>
        <Anchor component={Link} href={`/admin/knowledge/${id}`} fw={500} lang={language}>
          {title}
        </Anchor>
        <Text size="xs" c="dimmed">
          {language.toUpperCase()} · {t(`visibility.${visibility}`).split(":")[0]}
          <Text span inherit hiddenFrom="lg">
            {" · "}
            {folder.replaceAll("/", " › ")}
          </Text>
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="lg">{folder.replaceAll("/", " › ")}</Table.Td>
      <Table.Td className={classes.narrow} visibleFrom="lg">
        <RelativeTime at={updatedAt} />
      </Table.Td>
      <Table.Td visibleFrom="lg">{views}</Table.Td>
      <Table.Td className={classes.narrow} visibleFrom="lg">
        {isDue ? (
          <Badge color="orange.9" variant="filled" tt="none">
            {t("due")}
          </Badge>
        ) : (
          reviewAt !== undefined && <RelativeTime at={reviewAt} />
        )}
      </Table.Td>
      <Table.Td className={classes.narrow} visibleFrom="lg">
        {helped + didNot > 0 && (
          <span title={t("helped.of", { helped, didNot })}>{t("helped.of", { helped, didNot })}</span>
        )}
      </Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          <Badge variant={state === "published" ? "light" : "default"} tt="none" miw="max-content">
            {t(`state.${state}`)}
          </Badge>
          {state === "removed" && <BringBack id={id} title={title} onDone={onDone} />}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

function BringBack({ id, title, onDone }: { id: string; title: string; onDone: () => void }) {
  const t = useKnowledgeTexts();
  const { api } = useDesk();
  const tell = useTell();
  const bringBack = async (): Promise<void> => {
    try {
      await api.knowledge.bringBack(id);
      tell.done(t("saved", { name: title }));
      onDone();
    } catch (error) {
      tell.failed(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Button size="compact-xs" variant="default" onClick={() => void bringBack()}>
      {t("bring-back")}
    </Button>
  );
}
