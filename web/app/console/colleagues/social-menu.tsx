import { Button, Menu } from "@mantine/core";
import { IconChevronDown, IconMessages, IconSocial } from "@tabler/icons-react";
import { useConsoleTexts } from "../console-context.js";
import { useInvite } from "./invite-context.js";

/** Social → Chat on a ticket: the consult belongs to it, and its transcript too (S4-5). */
export function SocialMenu({ number, aboutId }: { number: string; aboutId: string | undefined }) {
  const t = useConsoleTexts();
  const invite = useInvite();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconSocial size={15} />}
          rightSection={<IconChevronDown size={14} />}
        >
          {t("consult.social")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconMessages size={16} />}
          onClick={() => invite({ kind: "start", ticketNumber: number, ...(aboutId ? { aboutId } : {}) })}
        >
          {t("consult.social-chat")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
