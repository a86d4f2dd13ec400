import { Button, Group, Select, SimpleGrid, Stack, TextInput } from "@mantine/core";
import type { ReportChoices } from "../../../../contract/report.js";
import { maxReportDays } from "../../../../contract/report-columns.js";
import { languages } from "../../../texts/index.js";
import { useReportsTexts } from "./use-reports-texts.js";
import { lastDays, type Wish, type WishKey } from "./use-wish.js";

const spans = [7, 28, 90, 365];

/** Which days, and what of them. */
export function Filters({ wish, choices }: { wish: Wish; choices: ReportChoices | undefined }) {
  const t = useReportsTexts();
  const named = (items: ReportChoices["groups"] = []) =>
    items.map(({ id, name }) => ({ value: id, label: name }));
  const select = (key: WishKey, label: string, data: { value: string; label: string }[]) => (
    <Select
      label={label}
      placeholder={t("all")}
      data={data}
      clearable
      searchable
      value={wish.wish[key] ?? null}
      onChange={(value) => wish.set({ [key]: value ?? "" })}
    />
  );
  const date = (key: "from" | "to", label: string) => (
    <TextInput
      type="date"
      label={label}
      value={wish.wish[key] ?? ""}
      error={!wish.isFit}
      onChange={({ currentTarget }) => wish.set({ [key]: currentTarget.value })}
    />
  );
  return (
    <Stack gap="sm">
      <Group gap="xs">
        {spans.map((count) => (
          <Button key={count} size="compact-sm" variant="default" onClick={() => wish.set(lastDays(count))}>
            {t("days", { count })}
          </Button>
        ))}
      </Group>
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }}>
        {date("from", t("from"))}
        {date("to", t("to"))}
        {select("groupId", t("group"), named(choices?.groups))}
        {select("agentId", t("agent"), named(choices?.agents))}
        {select(
          "channel",
          t("channel"),
          (choices?.channels ?? []).map((channel) => ({ value: channel, label: channel })),
        )}
        {select(
          "language",
          t("language"),
          languages.map(({ locale, name }) => ({ value: locale, label: name })),
        )}
      </SimpleGrid>
      {!wish.isFit && <div role="alert">{t("period.wrong", { count: maxReportDays })}</div>}
    </Stack>
  );
}
