import { ActionIcon, Menu } from "@mantine/core";
import { IconCheck, IconLanguage } from "@tabler/icons-react";
import { appTexts } from "../../texts/app.js";
import { languages } from "../../texts/index.js";
import { useDesk, useLocale, useTexts } from "./desk.js";

export function LanguageMenu() {
  const t = useTexts(appTexts);
  const { preferences } = useDesk();
  const current = useLocale();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t("language.label")}
          title={t("language.label")}
        >
          <IconLanguage size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.map(({ locale, name }) => (
          <Menu.Item
            key={locale}
            lang={locale}
            aria-current={locale === current || undefined}
            rightSection={locale === current ? <IconCheck size={16} /> : null}
            onClick={() => preferences.setLocale(locale)}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
