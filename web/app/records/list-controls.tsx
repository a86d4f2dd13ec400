import { ActionIcon, Group, Select, TextInput } from "@mantine/core";
import { IconSearch, IconSortAscending, IconSortDescending } from "@tabler/icons-react";
import { useRecordsTexts } from "./use-records-texts.js";

export interface ListState {
  readonly q: string;
  readonly filter: string;
  readonly sort: string;
  readonly order: "asc" | "desc";
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface ListControlsProps {
  readonly state: ListState;
  readonly filterLabel: string;
  readonly filters: readonly Choice[];
  readonly sorts: readonly Choice[];
  readonly onChange: (state: ListState) => void;
}

/** Search, one filter and the order of a list. */
export function ListControls({ state, filterLabel, filters, sorts, onChange }: ListControlsProps) {
  const t = useRecordsTexts();
  const isUp = state.order === "asc";
  const Icon = isUp ? IconSortAscending : IconSortDescending;
  return (
    <Group gap="sm" align="flex-end">
      <TextInput
        type="search"
        flex="1 1 220px"
        value={state.q}
        aria-label={t("search")}
        placeholder={t("search")}
        leftSection={<IconSearch size={16} />}
        onChange={(event) => onChange({ ...state, q: event.currentTarget.value })}
      />
      <Select
        w={190}
        label={filterLabel}
        allowDeselect={false}
        data={[{ value: "", label: t("filter.any") }, ...filters]}
        value={state.filter}
        onChange={(filter) => onChange({ ...state, filter: filter ?? "" })}
      />
      <Group gap={4} align="flex-end" wrap="nowrap">
        <Select
          w={170}
          label={t("sort.label")}
          allowDeselect={false}
          data={[...sorts]}
          value={state.sort}
          onChange={(sort) => onChange({ ...state, sort: sort ?? state.sort })}
        />
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t(isUp ? "order.asc" : "order.desc")}
          title={t(isUp ? "order.asc" : "order.desc")}
          onClick={() => onChange({ ...state, order: isUp ? "desc" : "asc" })}
        >
          <Icon size={18} />
        </ActionIcon>
      </Group>
    </Group>
  );
}
