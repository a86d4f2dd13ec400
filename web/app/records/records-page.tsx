import { Stack, Tabs, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useLocation } from "wouter";
import { appTexts } from "../../texts/app.js";
import { useTexts } from "../shared/desk.js";
import { TabRow } from "../shared/tab-row.js";
import { ChatRequestsPart } from "./chat-requests-part.js";
import { InteractionsPart } from "./interactions-part.js";
import { useRecordsTexts } from "./use-records-texts.js";

const paths = {
  mine: "/agent/records/mine",
  requests: "/agent/records",
  interactions: "/agent/records/interactions",
} as const;
type Tab = keyof typeof paths;
const tabs: readonly Tab[] = ["mine", "requests", "interactions"];

/** Lists of chat requests and interactions; each has its own address. */
export function RecordsPage({ tab }: { tab: Tab }) {
  const t = useRecordsTexts();
  const app = useTexts(appTexts);
  const [, go] = useLocation();
  useDocumentTitle(`${app("product.name")} · ${t("title")}`);
  return (
    <Stack gap="md">
      <Title order={1} size="h3">
        {t("title")}
      </Title>
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) => go(paths[tabs.find((known) => known === value) ?? "requests"])}
      >
        <TabRow label={t("nav.label")}>
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`tab.${name}`)}
            </Tabs.Tab>
          ))}
        </TabRow>
        <Tabs.Panel value="mine">
          <ChatRequestsPart key="mine" view="mine" />
        </Tabs.Panel>
        <Tabs.Panel value="requests">
          <ChatRequestsPart key="all" view="all" />
        </Tabs.Panel>
        <Tabs.Panel value="interactions">
          <InteractionsPart />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
