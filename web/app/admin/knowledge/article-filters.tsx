import { Group, Select, Switch, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { articleStates } from "../../../../contract/article.js";
import { languages } from "../../../texts/index.js";
import { FolderSelect } from "./folder-select.js";
import type { Filters } from "./use-filters.js";
import { useKnowledgeTexts } from "./use-knowledge-texts.js";

const pauseMs = 250;

interface ArticleFiltersProps {
  readonly filters: Filters;
  readonly due: number;
  readonly onChange: (change: Filters) => void;
}

export function ArticleFilters({ filters, due, onChange }: ArticleFiltersProps) {
  const t = useKnowledgeTexts();
  const [typed, setTyped] = useState(filters.q ?? "");
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing starts a search.
  useEffect(() => {
    if (typed.trim() === (filters.q ?? "")) return;
    const timer = setTimeout(() => onChange({ q: typed.trim() }), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <Group gap="sm" align="end">
      <TextInput
        type="search"
        flex="1 1 260px"
        aria-label={t("search")}
        placeholder={t("search")}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <Select
        aria-label={t("filter.language")}
        w={150}
        allowDeselect={false}
        data={[
          { value: "", label: `${t("filter.language")}: ${t("filter.any")}` },
          ...languages.map(({ locale, name }) => ({ value: locale, label: name })),
        ]}
        value={filters.language ?? ""}
        onChange={(language) => onChange({ language: language ?? "" })}
      />
      <Select
        aria-label={t("filter.state")}
        w={150}
        allowDeselect={false}
        data={[
          { value: "", label: `${t("filter.state")}: ${t("filter.any")}` },
          ...[...articleStates, "removed" as const].map((state) => ({
            value: state,
            label: t(`state.${state}`),
          })),
        ]}
        value={filters.state ?? ""}
        onChange={(state) => onChange({ state: state ?? "" })}
      />
      <FolderSelect value={filters.folder ?? ""} onChange={(folder) => onChange({ folder })} />
      <Switch
        label={t("filter.due", { count: due })}
        checked={filters.due === "true"}
        onChange={({ currentTarget }) => onChange({ due: currentTarget.checked ? "true" : "" })}
        mb={8}
      />
    </Group>
  );
}
