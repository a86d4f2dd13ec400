import { Badge, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { IconMessageQuestion } from "@tabler/icons-react";
import { useCallback } from "react";
import type { Article } from "../../../contract/article.js";
import { ProblemPage } from "../problem/problem-page.js";
import { useDesk } from "../shared/desk.js";
import { ApiError } from "../shared/http.js";
import { LoadFailed } from "../shared/load-failed.js";
import { Markdown } from "../shared/markdown.js";
import { RelativeTime } from "../shared/time.js";
import { openChat } from "../shared/use-chat.js";
import { useLoaded } from "../shared/use-loaded.js";
import { PageSkeleton } from "./page-skeleton.js";
import { Trail } from "./trail.js";
import { usePortalTexts } from "./use-portal-texts.js";

/** One article to read (S2-27); what stays open is asked in the chat. */
export function ArticlePage({ id }: { id: string }) {
  const { api } = useDesk();
  const [article, reload] = useLoaded(useCallback(() => api.readArticle(id), [api, id]));
  if (article.status === "loading") return <PageSkeleton />;
  if (article.status === "ready") return <Whole article={article.value} />;
  const { error } = article;
  if (error instanceof ApiError && [400, 404].includes(error.status)) return <ProblemPage kind="not-found" />;
  return <LoadFailed message={error.message} onRetry={reload} />;
}

function Whole({ article }: { article: Article }) {
  const t = usePortalTexts();
  const draft = t("article.ask.draft", { title: article.title });
  return (
    <Stack gap="lg" maw={820} mx="auto">
      <Stack gap={6}>
        <Trail steps={[{ label: t("knowledge.title"), href: "/knowledge" }, { label: article.title }]} />
        <Title order={1} size="h2" lang={article.language}>
          {article.title}
        </Title>
        <Group gap="xs">
          <Text size="sm" c="dimmed" component="div">
            {t("article.updated")} <RelativeTime at={article.updatedAt} />
          </Text>
          {article.tags.map((tag) => (
            <Badge key={tag} variant="default" size="sm" tt="none">
              {tag}
            </Badge>
          ))}
        </Group>
      </Stack>
      <Paper component="article" withBorder p={{ base: "md", sm: "xl" }} lang={article.language}>
        <Markdown source={withoutTitle(article)} />
      </Paper>
      <Group>
        <Button
          variant="default"
          leftSection={<IconMessageQuestion size={18} />}
          onClick={() => openChat({ draft })}
        >
          {t("article.ask")}
        </Button>
      </Group>
    </Stack>
  );
}

/** The page has told the title; many articles say it again in their first line. */
function withoutTitle({ body, title }: Article): string {
  const [first = "", ...rest] = body.trimStart().split("\n");
  return first.replace(/^#\s+/, "").trim() === title.trim() ? rest.join("\n") : body;
}
