import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { AdminArticle, ArticleForm } from "../../../../contract/knowledge.js";
import { DiffView } from "./diff-view.js";
import { useKnowledgeTexts } from "./use-knowledge-texts.js";

interface ConflictAlertProps {
  readonly by: string | undefined;
  readonly theirs: AdminArticle;
  readonly mine: ArticleForm;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}

/** Two worked on the article at once: both texts are there, and the person chooses. */
export function ConflictAlert({ by, theirs, mine, onMine, onTheirs }: ConflictAlertProps) {
  const t = useKnowledgeTexts();
  const place = useRef<HTMLDivElement>(null);
  // Saving is at the end of a long page, this at its beginning.
  useEffect(() => {
    // Some browsers answer with a promise, which is nothing to clean up with.
    void place.current?.scrollIntoView({ block: "start" });
  }, []);
  return (
    <Alert
      ref={place}
      role="alert"
      color="orange"
      variant="outline"
      title={t("conflict.title", { name: by ?? t("conflict.somebody") })}
    >
      <Stack gap="sm">
        <Text size="sm">{t("conflict.text")}</Text>
        <DiffView from={theirs} to={mine} />
        <Group gap="xs">
          <Button size="xs" onClick={onMine}>
            {t("conflict.mine")}
          </Button>
          <Button size="xs" variant="default" onClick={onTheirs}>
            {t("conflict.theirs")}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
