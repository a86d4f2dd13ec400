import { Group, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";
import type { AuditPage } from "../../../../contract/audit.js";
import { privacyTexts } from "../../../texts/privacy/index.js";
import { useTexts } from "../../shared/desk.js";

export interface Filters {
  readonly actorId: string;
  readonly text: string;
  readonly outcome: string;
  /** Days as the browser's field writes them, such as 2026-11-22. */
  readonly from: string;
  readonly to: string;
}

export const noFilters: Filters = { actorId: "", text: "", outcome: "", from: "", to: "" };
const dayMs = 24 * 60 * 60 * 1000;
const waitMs = 300;

/** As the API takes them; a day ends with its last millisecond, where the reader is. */
export function toQuery({ actorId, text, outcome, from, to }: Filters): Record<string, string> {
  const start = from === "" ? undefined : new Date(`${from}T00:00`).getTime();
  const end = to === "" ? undefined : new Date(`${to}T00:00`).getTime() + dayMs - 1;
  return {
    ...(actorId === "" ? {} : { actorId }),
    ...(text === "" ? {} : { text }),
    ...(outcome === "" ? {} : { outcome }),
    ...(start === undefined || Number.isNaN(start) ? {} : { from: String(start) }),
    ...(end === undefined || Number.isNaN(end) ? {} : { to: String(end) }),
  };
}

export function ActFilters(props: {
  filters: Filters;
  actors: AuditPage["actors"];
  onChange: (filters: Filters) => void;
}) {
  const { filters, actors, onChange } = props;
  const t = useTexts(privacyTexts);
  const [words, setWords] = useState(filters.text);
  const search = useDebouncedCallback((text: string) => onChange({ ...filters, text }), waitMs);
  return (
    <Group gap="sm" align="flex-end" component="search">
      <NativeSelect
        label={t("audit.who")}
        value={filters.actorId}
        onChange={({ currentTarget }) => onChange({ ...filters, actorId: currentTarget.value })}
        data={[
          { value: "", label: t("audit.everybody") },
          ...actors.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <TextInput
        label={t("audit.words")}
        value={words}
        onChange={({ currentTarget }) => {
          setWords(currentTarget.value);
          search(currentTarget.value);
        }}
      />
      <NativeSelect
        label={t("audit.outcome")}
        value={filters.outcome}
        onChange={({ currentTarget }) => onChange({ ...filters, outcome: currentTarget.value })}
        data={[
          { value: "", label: t("audit.any") },
          { value: "done", label: t("outcome.done") },
          { value: "refused", label: t("outcome.refused") },
          { value: "unknown", label: t("outcome.unknown") },
        ]}
      />
      <TextInput
        type="date"
        label={t("audit.from")}
        value={filters.from}
        onChange={({ currentTarget }) => onChange({ ...filters, from: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t("audit.to")}
        value={filters.to}
        onChange={({ currentTarget }) => onChange({ ...filters, to: currentTarget.value })}
      />
    </Group>
  );
}
