import { Skeleton, Stack, Tabs, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useCallback } from "react";
import { appTexts } from "../../../texts/app.js";
import { privacyTexts } from "../../../texts/privacy/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { TabRow } from "../../shared/tab-row.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { MaskingPart } from "./masking-part.js";
import { PeoplePart } from "./people-part.js";
import { RetentionPart } from "./retention-part.js";

/** `/admin/privacy`: requests of people, what is masked, and how long things are kept. */
export function PrivacyPage() {
  const t = useTexts(privacyTexts);
  const app = useTexts(appTexts);
  const { api } = useDesk();
  const [settings, reload] = useLoaded(useCallback(() => api.privacy.read(), [api]));
  useDocumentTitle(`${app("product.name")} · ${t("nav.privacy")}`);
  return (
    <Stack gap="md">
      <div>
        <Title order={1} size="h3">
          {t("nav.privacy")}
        </Title>
        <Text size="sm" c="dimmed">
          {t("privacy.hint")}
        </Text>
      </div>
      <Tabs defaultValue="people" keepMounted={false}>
        <TabRow>
          <Tabs.Tab value="people">{t("tab.people")}</Tabs.Tab>
          <Tabs.Tab value="masking">{t("tab.masking")}</Tabs.Tab>
          <Tabs.Tab value="retention">{t("tab.retention")}</Tabs.Tab>
        </TabRow>
        <Tabs.Panel value="people">
          <PeoplePart />
        </Tabs.Panel>
        <Tabs.Panel value="masking">
          {settings.status === "ready" && (
            <MaskingPart
              key={settings.value.versions.masking}
              masking={settings.value.masking}
              version={settings.value.versions.masking}
              onSaved={reload}
            />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="retention">
          {settings.status === "ready" && (
            <RetentionPart
              key={settings.value.versions.retention}
              retention={settings.value.retention}
              version={settings.value.versions.retention}
              onSaved={reload}
            />
          )}
        </Tabs.Panel>
      </Tabs>
      {settings.status === "loading" && <Skeleton h={120} radius="lg" />}
      {settings.status === "failed" && <LoadFailed message={settings.error.message} onRetry={reload} />}
    </Stack>
  );
}
