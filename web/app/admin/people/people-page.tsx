import { Stack, Tabs, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { adminTexts } from "../../../texts/admin/index.js";
import { appTexts } from "../../../texts/app.js";
import { signOnTexts } from "../../../texts/sign-on/index.js";
import { useTexts } from "../../shared/desk.js";
import { TabRow } from "../../shared/tab-row.js";
import { AccountsPart } from "./accounts-part.js";
import { GroupsPart } from "./groups-part.js";
import { SignOnPart } from "./sign-on-part.js";

/** `/admin/people`: accounts, groups, and those who vouch for people. */
export function PeoplePage() {
  const t = useTexts(adminTexts);
  const app = useTexts(appTexts);
  const signOn = useTexts(signOnTexts);
  useDocumentTitle(`${app("product.name")} · ${t("nav.people")}`);
  return (
    <Stack gap="md">
      <div>
        <Title order={1} size="h3">
          {t("nav.people")}
        </Title>
        <Text size="sm" c="dimmed">
          {t("people.hint")}
        </Text>
      </div>
      <Tabs defaultValue="accounts" keepMounted={false}>
        <TabRow>
          <Tabs.Tab value="accounts">{t("people.accounts")}</Tabs.Tab>
          <Tabs.Tab value="groups">{t("people.groups")}</Tabs.Tab>
          <Tabs.Tab value="sign-on">{signOn("tab")}</Tabs.Tab>
        </TabRow>
        <Tabs.Panel value="accounts">
          <AccountsPart />
        </Tabs.Panel>
        <Tabs.Panel value="groups">
          <GroupsPart />
        </Tabs.Panel>
        <Tabs.Panel value="sign-on">
          <SignOnPart />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
