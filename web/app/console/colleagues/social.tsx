import { Button, Menu } from "@mantine/core";
import { IconChevronDown, IconMessages, IconSocial } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { toConsultPath } from "../address.js";
import { useConsoleTexts } from "../console-context.js";

export interface SocialProps {
  readonly number: string;
  /** The talk the ticket came from. */
  readonly aboutId: string | undefined;
}

/** Social → Chat on a ticket's own page: it leads to the console, where consults have their window (S4-5). */
export function SocialLinks({ number, aboutId }: SocialProps) {
  const t = useConsoleTexts();
  return (
    <Social size="sm">
      <Menu.Item
        component={Link}
        href={toConsultPath(number, aboutId)}
        leftSection={<IconMessages size={16} />}
      >
        {t("consult.social-chat")}
      </Menu.Item>
    </Social>
  );
}

interface SocialMenuProps {
  readonly size?: "compact-sm" | "sm";
  readonly children: ReactNode;
}

export function Social({ size = "compact-sm", children }: SocialMenuProps) {
  const t = useConsoleTexts();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="default"
          size={size}
          leftSection={<IconSocial size={15} />}
          rightSection={<IconChevronDown size={14} />}
        >
          {t("consult.social")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
