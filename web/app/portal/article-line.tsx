import { Text } from "@mantine/core";
import { IconBook2 } from "@tabler/icons-react";
import { Link } from "wouter";
import type { ArticleSummary } from "../../../contract/article.js";
import { Excerpt } from "./excerpt.js";
import classes from "./portal.module.css";

export function ArticleLine({ article }: { article: ArticleSummary }) {
  const { id, title, language } = article;
  return (
    <Link href={`/articles/${id}`} className={classes.line} lang={language}>
      <IconBook2 size={20} aria-hidden style={{ flex: "none", opacity: 0.7 }} />
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text fw={500} truncate>
          {title}
        </Text>
        <Text size="sm" c="dimmed" truncate>
          <Excerpt of={article} />
        </Text>
      </div>
    </Link>
  );
}
