import { Skeleton, Stack, Tabs, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useCallback } from "react";
import { appTexts } from "../../../texts/app.js";
import { routingTexts } from "../../../texts/routing/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { TabRow } from "../../shared/tab-row.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { RoutedGroups } from "./routed-groups.js";
import { RulesPart } from "./rules-part.js";
import { WhatIfPart } from "./what-if-part.js";

/** `/admin/routing`: how groups give out conversations, the rules that choose a group, and what would be if. */
export function RoutingPage() {
  const t = useTexts(routingTexts);
  const app = useTexts(appTexts);
  const { api } = useDesk();
  useDocumentTitle(`${app("product.name")} · ${t("nav")}`);
  const [loaded, reload] = useLoaded(useCallback(() => api.admin.readRouting(), [api]));
  return (
    <Stack gap="md">
      <div>
        <Title order={1} size="h3">
          {t("nav")}
        </Title>
        <Text size="sm" c="dimmed">
          {t("hint")}
        </Text>
      </div>
      {loaded.status === "loading" && <Skeleton h={240} radius="lg" />}
      {loaded.status === "failed" && <LoadFailed message={loaded.error.message} onRetry={reload} />}
      {loaded.status === "ready" && (
        <Tabs defaultValue="groups" keepMounted={false}>
          <TabRow>
            <Tabs.Tab value="groups">{t("tab.groups")}</Tabs.Tab>
            <Tabs.Tab value="rules">{t("tab.rules")}</Tabs.Tab>
            <Tabs.Tab value="what-if">{t("tab.what-if")}</Tabs.Tab>
          </TabRow>
          <Tabs.Panel value="groups">
            <RoutedGroups groups={loaded.value.groups} onSaved={reload} />
          </Tabs.Panel>
          <Tabs.Panel value="rules">
            <RulesPart groups={loaded.value.groups} rules={loaded.value.rules} onSaved={reload} />
          </Tabs.Panel>
          <Tabs.Panel value="what-if">
            <WhatIfPart groups={loaded.value.groups} />
          </Tabs.Panel>
        </Tabs>
      )}
    </Stack>
  );
}
