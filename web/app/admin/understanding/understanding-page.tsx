import { Skeleton, Stack, Tabs, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useCallback, useEffect } from "react";
import { useSearchParams } from "wouter";
import type { UnderstandingState } from "../../../../contract/understanding.js";
import { appTexts } from "../../../texts/app.js";
import { useDesk, useLocale, useTexts } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { TabRow } from "../../shared/tab-row.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { ChoicesTab } from "./choices-tab.js";
import { ExamplesTab } from "./examples-tab.js";
import { GoldTab } from "./gold-tab.js";
import { QuestionsTab } from "./questions-tab.js";
import { SearchTab } from "./search-tab.js";
import { ThresholdTab } from "./threshold-tab.js";
import { TrainingCard } from "./training-card.js";
import { TryTab } from "./try-tab.js";
import { useUnderstandingTexts } from "./use-understanding-texts.js";

const tabs = ["questions", "choices", "examples", "gold", "threshold", "try", "search"] as const;
type TabName = (typeof tabs)[number];
const refreshMs = 10_000;

/** `/admin/understanding`: what was not understood, what is mixed up, what is learned, and how good it is. */
export function UnderstandingPage() {
  const t = useUnderstandingTexts();
  const tApp = useTexts(appTexts);
  const { api } = useDesk();
  const locale = useLocale();
  const [params, setParams] = useSearchParams();
  const tab = tabs.find((one) => one === params.get("tab")) ?? "questions";
  const [loaded, reload] = useLoaded(useCallback(() => api.understanding.readState(locale), [api, locale]));
  useDocumentTitle(`${tApp("product.name")} · ${t("title")}`);
  useEffect(() => {
    const timer = setInterval(reload, refreshMs);
    return () => clearInterval(timer);
  }, [reload]);
  return (
    <Stack gap="md">
      <div>
        <Title order={1} size="h3">
          {t("title")}
        </Title>
        <Text size="sm" c="dimmed">
          {t("hint")}
        </Text>
      </div>
      {loaded.status === "loading" && <Skeleton h={320} radius="lg" />}
      {loaded.status === "failed" && <LoadFailed message={loaded.error.message} onRetry={reload} />}
      {loaded.status === "ready" && (
        <>
          <TrainingCard state={loaded.value} onChanged={reload} />
          <Tabs
            value={tab}
            keepMounted={false}
            onChange={(next) => setParams({ tab: next ?? "questions" }, { replace: true })}
          >
            <TabRow>
              {tabs.map((one) => (
                <Tabs.Tab key={one} value={one}>
                  {t(`tab.${one}`)}
                </Tabs.Tab>
              ))}
            </TabRow>
            <Tabs.Panel value={tab}>
              <TabBody tab={tab} state={loaded.value} onChanged={reload} />
            </Tabs.Panel>
          </Tabs>
        </>
      )}
    </Stack>
  );
}

interface TabProps {
  readonly tab: TabName;
  readonly state: UnderstandingState;
  readonly onChanged: () => void;
}

function TabBody({ tab, state, onChanged }: TabProps) {
  switch (tab) {
    case "questions":
      return <QuestionsTab state={state} onChanged={onChanged} />;
    case "choices":
      return <ChoicesTab onChanged={onChanged} />;
    case "examples":
      return <ExamplesTab state={state} onChanged={onChanged} />;
    case "gold":
      return <GoldTab state={state} onChanged={onChanged} />;
    case "threshold":
      return <ThresholdTab onChanged={onChanged} />;
    case "try":
      return <TryTab />;
    case "search":
      return <SearchTab />;
  }
}
