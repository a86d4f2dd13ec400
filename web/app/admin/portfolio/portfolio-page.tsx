import { Button, Group, Menu, Skeleton, Stack, Tabs, Text, Title } from "@mantine/core";
import { useDisclosure, useDocumentTitle } from "@mantine/hooks";
import { IconDownload, IconUpload } from "@tabler/icons-react";
import { useCallback } from "react";
import { adminTexts } from "../../../texts/admin/index.js";
import { appTexts } from "../../../texts/app.js";
import { exportPath } from "../../shared/admin-api.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { TabRow } from "../../shared/tab-row.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { ImportDialog } from "./import-dialog.js";
import { NamedList } from "./named-list.js";
import { PortfolioTree } from "./portfolio-tree.js";

/** `/admin/portfolio`: what the desk offers, and where tickets come from. */
export function PortfolioPage() {
  const t = useTexts(adminTexts);
  const app = useTexts(appTexts);
  const { api } = useDesk();
  const load = useCallback(
    async () => ({
      portfolio: await api.admin.readPortfolio(),
      groups: (await api.admin.readGroups()).items,
    }),
    [api],
  );
  const [loaded, reload] = useLoaded(load);
  useDocumentTitle(`${app("product.name")} · ${t("nav.portfolio")}`);
  return (
    <Stack gap="md">
      <PageHead onImported={reload} />
      {loaded.status === "loading" && <Skeleton h={320} radius="lg" />}
      {loaded.status === "failed" && <LoadFailed message={loaded.error.message} onRetry={reload} />}
      {loaded.status === "ready" && (
        <Tabs defaultValue="services" keepMounted={false}>
          <TabRow>
            <Tabs.Tab value="services">{t("portfolio.services")}</Tabs.Tab>
            <Tabs.Tab value="origins">{t("portfolio.origins")}</Tabs.Tab>
            <Tabs.Tab value="contracts">{t("portfolio.contracts")}</Tabs.Tab>
          </TabRow>
          <Tabs.Panel value="services">
            <PortfolioTree {...loaded.value} onSaved={reload} />
          </Tabs.Panel>
          <Tabs.Panel value="origins">
            <NamedList list="origins" items={loaded.value.portfolio.origins} onSaved={reload} />
          </Tabs.Panel>
          <Tabs.Panel value="contracts">
            <NamedList list="contracts" items={loaded.value.portfolio.contracts} onSaved={reload} />
          </Tabs.Panel>
        </Tabs>
      )}
    </Stack>
  );
}

function PageHead({ onImported }: { onImported: () => void }) {
  const t = useTexts(adminTexts);
  const [importing, { open, close }] = useDisclosure(false);
  return (
    <Group justify="space-between" align="flex-start">
      <div>
        <Title order={1} size="h3">
          {t("nav.portfolio")}
        </Title>
        <Text size="sm" c="dimmed">
          {t("portfolio.hint")}
        </Text>
      </div>
      <Group gap="xs">
        <Button variant="default" leftSection={<IconUpload size={16} />} onClick={open}>
          {t("import.open")}
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" leftSection={<IconDownload size={16} />}>
              {t("export.open")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {(["csv", "json"] as const).map((format) => (
              <Menu.Item key={format} component="a" href={exportPath(format)} download>
                {t(`export.${format}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Group>
      <ImportDialog opened={importing} onClose={close} onImported={onImported} />
    </Group>
  );
}
