import "@mantine/charts/styles.css";
import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useDisclosure, useDocumentTitle } from "@mantine/hooks";
import { IconMoodSmile } from "@tabler/icons-react";
import { useCallback } from "react";
import { reportNames } from "../../../../contract/report-columns.js";
import { appTexts } from "../../../texts/app.js";
import { useDesk, useMe, useTexts } from "../../shared/desk.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { Comments } from "./comments.js";
import { Filters } from "./filters.js";
import { ReportCard } from "./report-card.js";
import { SurveySheet } from "./survey-settings.js";
import { useReportsTexts } from "./use-reports-texts.js";
import { readZone, useWish } from "./use-wish.js";

/** `/admin/reports`: what the desk does, as plots, tables and files. */
export function ReportsPage() {
  const t = useReportsTexts();
  const product = useTexts(appTexts)("product.name");
  const { api } = useDesk();
  const isAdmin = useMe().role === "admin";
  const wish = useWish();
  const [choices] = useLoaded(useCallback(() => api.reports.readChoices(), [api]));
  const [settingsOpen, settings] = useDisclosure();
  useDocumentTitle(`${product} · ${t("title")}`);
  const known = choices.status === "ready" ? choices.value : undefined;

  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={1} size="h3">
            {t("title")}
          </Title>
          <Text size="sm" c="dimmed">
            {t("hint", { zone: readZone() })}
          </Text>
        </div>
        {isAdmin && (
          <Button
            variant="default"
            leftSection={<IconMoodSmile size={18} />}
            disabled={!known}
            onClick={settings.open}
          >
            {t("survey")}
          </Button>
        )}
      </Group>
      <Filters wish={wish} choices={known} />
      {wish.isFit && reportNames.map((name) => <ReportCard key={name} name={name} wish={wish.wish} />)}
      {wish.isFit && <Comments wish={wish.wish} />}
      {settingsOpen && known && <SurveySheet groups={known.groups} onClose={settings.close} />}
    </Stack>
  );
}
