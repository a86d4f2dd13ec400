import { Button, Menu } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import type { UnderstandingExport } from "../../../../contract/understanding.js";
import { useLocale } from "../../shared/desk.js";
import { understandingFile } from "../../shared/understanding-api.js";
import { useUnderstandingTexts } from "./use-understanding-texts.js";

interface MenuProps {
  readonly what: UnderstandingExport;
  /** The threshold that is tried out. */
  readonly minimum?: number;
}

/** A list as a file. */
export function ExportMenu({ what, minimum }: MenuProps) {
  const t = useUnderstandingTexts();
  const locale = useLocale();
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} />}>
          {t("export")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(["csv", "json"] as const).map((format) => (
          <Menu.Item
            key={format}
            component="a"
            href={understandingFile({ what, format, locale, minimum })}
            download
          >
            {t(`export.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
