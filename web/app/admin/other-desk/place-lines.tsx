import { ActionIcon, Button, Group, Select, Stack, Text } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { OtherDeskMapping } from "../../../../contract/other-desk.js";
import type { AdminPortfolio } from "../../../../contract/portfolio.js";
import { otherDeskTexts } from "../../../texts/other-desk/index.js";
import { useTexts } from "../../shared/desk.js";
import { type DeskChoice, PlaceInput } from "./place-input.js";

type Line = OtherDeskMapping["places"][number];

interface PlaceLinesProps {
  readonly choices: readonly DeskChoice[];
  readonly lines: readonly Line[];
  readonly portfolio: AdminPortfolio;
  readonly onChange: (lines: readonly Line[]) => void;
}

/** Which group or category the tickets of a service or an activity go to. */
export function PlaceLines({ choices, lines, portfolio, onChange }: PlaceLinesProps) {
  const t = useTexts(otherDeskTexts);
  const things = thingsOf(portfolio, t.locale);
  const free = things.find(({ value }) => !lines.some(({ id }) => id === value));
  const set = (at: number, change: Partial<Line>) =>
    onChange(lines.map((line, index) => (index === at ? { ...line, ...change } : line)));
  return (
    <Stack gap="xs" component="section">
      <Group justify="space-between">
        <Text size="sm" fw={500}>
          {t("places")}
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} />}
          disabled={free === undefined}
          onClick={() => free && onChange([...lines, { id: free.value, place: choices[0]?.value ?? "" }])}
        >
          {t("places.add")}
        </Button>
      </Group>
      {lines.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("places.none")}
        </Text>
      )}
      {lines.map((line, at) => (
        <Group key={line.id} align="flex-end" gap="xs" wrap="nowrap">
          <Select
            flex={1}
            miw={0}
            label={t("places.what")}
            data={things.filter(({ value }) => value === line.id || !lines.some(({ id }) => id === value))}
            searchable
            allowDeselect={false}
            value={line.id}
            onChange={(id) => id !== null && set(at, { id })}
          />
          <div style={{ flex: 1, minWidth: 0 }}>
            <PlaceInput
              label={t("there")}
              choices={choices}
              value={line.place}
              onChange={(place) => set(at, { place })}
            />
          </div>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t("places.remove")}
            onClick={() => onChange(lines.filter((_, index) => index !== at))}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
    </Stack>
  );
}

function thingsOf({ services, activities }: AdminPortfolio, locale: "en" | "es" | "pt"): DeskChoice[] {
  return services.flatMap((service) => {
    const name = service.name[locale] ?? service.name.en;
    const own = activities.filter(({ serviceId }) => serviceId === service.id);
    return [
      { value: service.id, label: name },
      ...own.map((one) => ({ value: one.id, label: `${name} › ${one.name[locale] ?? one.name.en}` })),
    ];
  });
}
