import { Select } from "@mantine/core";
import { useFolderPaths } from "./use-folder-paths.js";
import { useKnowledgeTexts } from "./use-knowledge-texts.js";

interface FolderSelectProps {
  readonly value: string;
  readonly onChange: (folder: string) => void;
}

/** A folder, and those under it. */
export function FolderSelect({ value, onChange }: FolderSelectProps) {
  const t = useKnowledgeTexts();
  const paths = useFolderPaths();
  return (
    <Select
      aria-label={t("filter.folder")}
      w={190}
      searchable
      allowDeselect={false}
      data={[
        { value: "", label: t("filter.any-folder") },
        ...paths.map((path) => ({ value: path, label: path.replaceAll("/", " › ") })),
      ]}
      value={value}
      onChange={(folder) => onChange(folder ?? "")}
    />
  );
}
