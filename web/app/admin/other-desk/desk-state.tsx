import { Alert, Badge, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import type { OtherDesk } from "../../../../contract/other-desk.js";
import { otherDeskTexts } from "../../../texts/other-desk/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { RelativeTime } from "../../shared/time.js";
import { useTell } from "../use-tell.js";

/** How many tickets are there, what waits, and whether the other desk answers. */
export function DeskState({ desk, onChanged }: { desk: OtherDesk; onChanged: () => void }) {
  const t = useTexts(otherDeskTexts);
  const tell = useTell();
  const { api } = useDesk();
  const [isBusy, setBusy] = useState(false);
  const { linked, waiting, stuck, lastSentAt, away } = desk;
  const include = async (): Promise<void> => {
    setBusy(true);
    try {
      tell.done(t.count("include.done", (await api.admin.otherDesk.includeOpen()).count));
      onChanged();
    } catch (error) {
      tell.failed(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Paper withBorder p="md" component="section">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h5">
            {t("now")}
          </Title>
          <Button size="compact-sm" variant="default" loading={isBusy} onClick={() => void include()}>
            {t("include")}
          </Button>
        </Group>
        <Group gap={8}>
          <Badge variant="default" tt="none">
            {t.count("linked", linked)}
          </Badge>
          {waiting > 0 && (
            <Badge color="blue.9" variant="filled" tt="none">
              {t.count("waiting", waiting)}
            </Badge>
          )}
          {stuck > 0 && (
            <Badge color="red.9" variant="filled" tt="none">
              {t.count("stuck", stuck)}
            </Badge>
          )}
          <Text size="xs" c="dimmed" component="div">
            {lastSentAt === undefined ? (
              t("never-sent")
            ) : (
              <>
                {t("last-sent")} <RelativeTime at={lastSentAt} />
              </>
            )}
          </Text>
        </Group>
        {away && (
          <Alert color="orange" title={t("away")}>
            <Text size="sm" component="div">
              <span lang="en">{away.reason}</span> · {t("away.since")} <RelativeTime at={away.since} />
            </Text>
            <Text size="sm">{t("away.text")}</Text>
          </Alert>
        )}
      </Stack>
    </Paper>
  );
}
