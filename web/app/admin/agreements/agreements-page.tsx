import { Stack, Tabs, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { agreementsTexts } from "../../../texts/agreements/index.js";
import { appTexts } from "../../../texts/app.js";
import { useTexts } from "../../shared/desk.js";
import { TabRow } from "../../shared/tab-row.js";
import { AgreementDrawer } from "./agreement-drawer.js";
import { CodeDrawer } from "./code-drawer.js";
import { KeptPart } from "./kept-part.js";
import { OfferingDrawer } from "./offering-drawer.js";
import { RulesPart } from "./rules-part.js";
import { useAgreementLists } from "./use-agreement-lists.js";

/** `/admin/agreements`: agreements, offerings, rules and completion codes. */
export function AgreementsPage() {
  const t = useTexts(agreementsTexts);
  const app = useTexts(appTexts);
  useDocumentTitle(`${app("product.name")} · ${t("nav.agreements")}`);
  const lists = useAgreementLists();
  return (
    <Stack gap="md">
      <div>
        <Title order={1} size="h3">
          {t("nav.agreements")}
        </Title>
        <Text size="sm" c="dimmed">
          {t("hint")}
        </Text>
      </div>
      <Tabs defaultValue="agreements" keepMounted={false}>
        <TabRow>
          {(["agreements", "offerings", "rules", "codes"] as const).map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`tab.${tab}`)}
            </Tabs.Tab>
          ))}
        </TabRow>
        <Tabs.Panel value="agreements">
          <KeptPart
            read={(api) => api.agreements.list()}
            add={t("new.agreement")}
            onChanged={lists.reload}
            toLine={(item) => ({
              name: item.name,
              badges: [
                t(item.isChatEnabled ? "chat.on" : "chat.off"),
                t(item.isActive ? "active" : "inactive"),
              ],
            })}
          >
            {(props) => <AgreementDrawer {...props} lists={lists} />}
          </KeptPart>
        </Tabs.Panel>
        <Tabs.Panel value="offerings">
          <KeptPart
            read={(api) => api.offerings.list()}
            add={t("new.offering")}
            toLine={(item) => ({
              name: lists.nameOf(item.activityId),
              badges: item.agreementIds.map(lists.nameOf),
            })}
          >
            {(props) => <OfferingDrawer {...props} lists={lists} />}
          </KeptPart>
        </Tabs.Panel>
        <Tabs.Panel value="rules">
          <RulesPart lists={lists} />
        </Tabs.Panel>
        <Tabs.Panel value="codes">
          <KeptPart
            read={(api) => api.codes.list()}
            add={t("new.code")}
            toLine={(item) => ({
              name: lists.inOwn(item.name),
              badges: item.isActive ? [] : [t("inactive")],
            })}
          >
            {(props) => <CodeDrawer {...props} />}
          </KeptPart>
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
