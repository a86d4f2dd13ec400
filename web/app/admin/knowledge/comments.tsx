import { Paper, Stack, Text, Title } from "@mantine/core";
import type { AdminArticle } from "../../../../contract/knowledge.js";
import { RelativeTime } from "../../shared/time.js";
import { useKnowledgeTexts } from "./use-knowledge-texts.js";

/** What readers said of it, so that the next version answers them. */
export function Comments({ article: { helped, didNot, comments } }: { article: AdminArticle }) {
  const t = useKnowledgeTexts();
  if (helped + didNot === 0) return null;
  return (
    <Stack component="section" gap="xs">
      <Title order={2} size="h5">
        {t("column.helped")}: {t("helped.of", { helped, didNot })}
      </Title>
      {comments.length > 0 && (
        <Text size="sm" c="dimmed">
          {t("comments")}
        </Text>
      )}
      {comments.map(({ text, at }) => (
        <Paper key={`${at} ${text}`} withBorder p="sm">
          <Text size="sm">{text}</Text>
          <Text size="xs" c="dimmed" component="div">
            <RelativeTime at={at} />
          </Text>
        </Paper>
      ))}
    </Stack>
  );
}
