import { Spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { useConsoleTexts } from "../console-context.js";
import { useCommands } from "./use-commands.js";

/** Ctrl/⌘ K: everything one can do, found by typing. */
export function CommandPalette({ onShowShortcuts }: { onShowShortcuts: () => void }) {
  const t = useConsoleTexts();
  const actions = useCommands(onShowShortcuts);
  return (
    <Spotlight
      actions={actions}
      shortcut="mod + K"
      tagsToIgnore={[]}
      highlightQuery
      scrollable
      attributes={{ content: { "aria-label": t("palette.placeholder") } }}
      maxHeight={420}
      nothingFound={t("palette.none")}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: t("palette.placeholder"),
        "aria-label": t("palette.placeholder"),
      }}
    />
  );
}
