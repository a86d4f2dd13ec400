import { Alert, Badge, Group, Skeleton, Stack, Tabs, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useCallback } from "react";
import { useSearchParams } from "wouter";
import { appTexts } from "../../../texts/app.js";
import { languageModelTexts } from "../../../texts/language-model/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { TabRow } from "../../shared/tab-row.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { AnswersPart } from "./answers-part.js";
import { Counts } from "./counts.js";
import { SettingsPart } from "./settings-part.js";
import { TryPart } from "./try-part.js";

const tabs = ["settings", "try", "answers"] as const;

/** `/admin/answers`: whether a language model writes answers, what it is given, and what the check makes of it. */
export function LanguageModelPage() {
  const t = useTexts(languageModelTexts);
  const app = useTexts(appTexts);
  const { api } = useDesk();
  const [params, setParams] = useSearchParams();
  const tab = tabs.find((one) => one === params.get("tab")) ?? "settings";
  const [model, reload] = useLoaded(useCallback(() => api.languageModel.read(), [api]));
  useDocumentTitle(`${app("product.name")} · ${t("title")}`);
  return (
    <Stack gap="md">
      <div>
        <Group gap="sm">
          <Title order={1} size="h3">
            {t("title")}
          </Title>
          {model.status === "ready" && (
            <Badge variant="light" tt="none" c="var(--mantine-color-text)">
              {t(model.value.isReady ? "state.on" : "state.off")}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed" maw={720}>
          {t("hint")}
        </Text>
      </div>
      {model.status === "loading" && <Skeleton h={320} radius="lg" />}
      {model.status === "failed" && <LoadFailed message={model.error.message} onRetry={reload} />}
      {model.status === "ready" && (
        <>
          {model.value.isResting && <Alert color="orange">{t("state.resting")}</Alert>}
          <Counts counts={model.value.month} />
          <Tabs
            value={tab}
            keepMounted={false}
            onChange={(next) => setParams({ tab: next ?? "settings" }, { replace: true })}
          >
            <TabRow>
              {tabs.map((one) => (
                <Tabs.Tab key={one} value={one}>
                  {t(`tab.${one}`)}
                </Tabs.Tab>
              ))}
            </TabRow>
            <Tabs.Panel value="settings">
              <SettingsPart key={model.value.version} model={model.value} onSaved={reload} />
            </Tabs.Panel>
            <Tabs.Panel value="try">
              <TryPart onTried={reload} />
            </Tabs.Panel>
            <Tabs.Panel value="answers">
              <AnswersPart />
            </Tabs.Panel>
          </Tabs>
        </>
      )}
    </Stack>
  );
}
