import { Paper, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useCallback } from "react";
import { useDesk } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import type { ReportWish } from "../../shared/report-api.js";
import { RelativeTime } from "../../shared/time.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { useReportsTexts } from "./use-reports-texts.js";

/** What requesters wrote with their scores. */
export function Comments({ wish }: { wish: ReportWish }) {
  const t = useReportsTexts();
  const { api } = useDesk();
  const [comments, reload] = useLoaded(useCallback(() => api.reports.readComments(wish), [api, wish]));
  return (
    <Paper component="section" withBorder p="lg" radius="lg" aria-label={t("comments")}>
      <Title order={2} size="h4">
        {t("comments")}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t("comments.hint")}
      </Text>
      {comments.status === "loading" && <Skeleton h={80} aria-hidden />}
      {comments.status === "failed" && <LoadFailed message={comments.error.message} onRetry={reload} />}
      {comments.status === "ready" && comments.value.items.length === 0 && (
        <Text size="sm">{t("comments.none")}</Text>
      )}
      <Stack gap="sm">
        {comments.status === "ready" &&
          comments.value.items.map((one) => (
            <div key={one.conversationId}>
              <Text size="xs" c="dimmed">
                {t("comments.score", { score: one.score })}
                {one.agentName ? ` · ${one.agentName}` : ""} · <RelativeTime at={one.at} />
              </Text>
              <Text size="sm" style={{ overflowWrap: "anywhere" }}>
                {one.comment}
              </Text>
            </div>
          ))}
      </Stack>
    </Paper>
  );
}
