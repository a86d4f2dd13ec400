import { Paper, Stack, Tabs, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { TabRow } from "../shared/tab-row.js";
import { useRecordsTexts } from "./use-records-texts.js";

interface RecordTabsProps<T> {
  readonly details: ReactNode;
  readonly related: readonly T[];
  readonly children: (record: T) => ReactNode;
}

/** What a record says, and under "Related Record" those of the other kind (S1-16). */
export function RecordTabs<T extends { readonly id: string }>({
  details,
  related,
  children,
}: RecordTabsProps<T>) {
  const t = useRecordsTexts();
  return (
    <Tabs defaultValue="details" keepMounted={false}>
      <TabRow>
        <Tabs.Tab value="details">{t("tab.details")}</Tabs.Tab>
        <Tabs.Tab value="related">{t("tab.related")}</Tabs.Tab>
      </TabRow>
      <Tabs.Panel value="details">{details}</Tabs.Panel>
      <Tabs.Panel value="related">
        <Stack>
          {related.length === 0 && <Text c="dimmed">{t("related.none")}</Text>}
          {related.map((record) => (
            <Paper key={record.id} withBorder p="md" radius="md">
              {children(record)}
            </Paper>
          ))}
        </Stack>
      </Tabs.Panel>
    </Tabs>
  );
}
