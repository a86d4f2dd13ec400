import { Stack, Title } from "@mantine/core";
import { useCallback } from "react";
import { useDesk } from "../../shared/desk.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { ArticleLine } from "../article-line.js";
import classes from "../portal.module.css";
import { usePortalTexts } from "../use-portal-texts.js";

/** Articles on the same matter; nothing stands here when there are none. */
export function Related({ id }: { id: string }) {
  const t = usePortalTexts();
  const { api } = useDesk();
  const [related] = useLoaded(
    useCallback(async () => (await api.knowledge.readRelated(id)).items, [api, id]),
  );
  if (related.status !== "ready" || related.value.length === 0) return null;
  return (
    <Stack component="section" gap="xs">
      <Title order={2} size="h5">
        {t("article.related")}
      </Title>
      <div className={classes.lines}>
        {related.value.map((article) => (
          <ArticleLine key={article.id} article={article} />
        ))}
      </div>
    </Stack>
  );
}
