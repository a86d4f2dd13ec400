import { Alert, Anchor, Badge, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { IconLanguage, IconMessageQuestion, IconPrinter } from "@tabler/icons-react";
import { useCallback, useEffect, useRef } from "react";
import { Link } from "wouter";
import type { ArticlePage as ArticleToRead } from "../../../../contract/knowledge.js";
import { languages } from "../../../texts/index.js";
import { ProblemPage } from "../../problem/problem-page.js";
import { useDesk, useLocale } from "../../shared/desk.js";
import { ApiError } from "../../shared/http.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { Markdown } from "../../shared/markdown.js";
import { RelativeTime } from "../../shared/time.js";
import { openChat } from "../../shared/use-chat.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { withoutTitle } from "../../shared/without-title.js";
import { PageSkeleton } from "../page-skeleton.js";
import { Trail } from "../trail.js";
import { usePortalTexts } from "../use-portal-texts.js";
import { Contents } from "./contents.js";
import { Feedback } from "./feedback.js";
import classes from "./knowledge.module.css";
import { Related } from "./related.js";

/** One article to read (S2-27); what stays open is asked in the chat. */
export function ArticlePage({ id }: { id: string }) {
  const { api } = useDesk();
  const [article, reload] = useLoaded(useCallback(() => api.readArticle(id), [api, id]));
  if (article.status === "loading") return <PageSkeleton />;
  if (article.status === "ready") return <Whole key={article.value.id} article={article.value} />;
  const { error } = article;
  if (error instanceof ApiError && [400, 404].includes(error.status))
    return <ProblemPage kind="not-found" part />;
  return <LoadFailed message={error.message} onRetry={reload} />;
}

function Whole({ article }: { article: ArticleToRead }) {
  const t = usePortalTexts();
  const { api } = useDesk();
  const { id, title, body } = article;
  const words = useRef<HTMLDivElement>(null);
  const draft = t("article.ask.draft", { title });
  useEffect(() => void api.knowledge.countView(id).catch(() => undefined), [api, id]);
  return (
    <div className={classes.page}>
      <Stack gap="lg">
        <Head article={article} />
        <Paper
          component="article"
          withBorder
          p={{ base: "md", sm: "xl" }}
          lang={article.language}
          className={classes.paper}
          ref={words}
        >
          <Markdown source={withoutTitle(article)} />
        </Paper>
        <Group className={classes.screen}>
          <Button
            variant="default"
            leftSection={<IconMessageQuestion size={18} />}
            onClick={() => openChat({ draft, articleId: id })}
          >
            {t("article.ask")}
          </Button>
          <Button variant="default" leftSection={<IconPrinter size={18} />} onClick={() => window.print()}>
            {t("article.print")}
          </Button>
        </Group>
        <div className={classes.screen}>
          <Feedback article={article} />
        </div>
        <div className={classes.screen}>
          <Related id={id} />
        </div>
      </Stack>
      <Contents within={words} source={body} />
    </div>
  );
}

function Head({ article }: { article: ArticleToRead }) {
  const t = usePortalTexts();
  const { title, language, folder, author, updatedAt, views, tags } = article;
  const steps = folder === "" ? [] : folder.split("/");
  const trail = steps.map((label, index) => ({
    label,
    href: `/knowledge?${new URLSearchParams({ folder: steps.slice(0, index + 1).join("/") })}`,
  }));
  return (
    <Stack gap={6}>
      <div className={classes.screen}>
        <Trail steps={[{ label: t("knowledge.title"), href: "/knowledge" }, ...trail, { label: title }]} />
      </div>
      <Title order={1} size="h2" lang={language}>
        {title}
      </Title>
      <Group gap="xs">
        <Text size="sm" c="dimmed" component="div">
          {t("article.updated")} <RelativeTime at={updatedAt} />
          {author && ` · ${t("article.by", { name: author })}`}
          {views > 0 && ` · ${t.count("article.views", views)}`}
        </Text>
        {tags.map((tag) => (
          <Badge key={tag} variant="default" size="sm" tt="none">
            {tag}
          </Badge>
        ))}
      </Group>
      <InOwnLanguage article={article} />
    </Stack>
  );
}

/** Who came by a link to another language is shown the way to their own; the others stand beside it. */
function InOwnLanguage({ article: { language, translations } }: { article: ArticleToRead }) {
  const t = usePortalTexts();
  const locale = useLocale();
  if (translations.length === 0) return null;
  const own = language === locale ? undefined : translations.find((one) => one.language === locale);
  const nameOf = (wanted: string) => languages.find((one) => one.locale === wanted)?.name ?? wanted;
  if (own) {
    return (
      <Alert icon={<IconLanguage aria-hidden />} className={classes.screen} mt="xs">
        {t("article.own-language")}{" "}
        <Anchor component={Link} href={`/articles/${own.id}`}>
          {own.title}
        </Anchor>
      </Alert>
    );
  }
  return (
    <Group gap="xs" className={classes.screen}>
      <Text size="sm" c="dimmed">
        {t("article.also-in")}
      </Text>
      {translations.map((one) => (
        <Anchor key={one.id} component={Link} href={`/articles/${one.id}`} size="sm" lang={one.language}>
          {nameOf(one.language)}
        </Anchor>
      ))}
    </Group>
  );
}
