import { Menu } from "@mantine/core";
import { IconMessages } from "@tabler/icons-react";
import { useConsoleTexts } from "../console-context.js";
import { useInvite } from "./invite-context.js";
import { Social, type SocialProps } from "./social.js";

/** Social → Chat on a ticket in the console: the consult belongs to it, and its transcript too (S4-5). */
export function SocialMenu({ number, aboutId }: SocialProps) {
  const t = useConsoleTexts();
  const invite = useInvite();
  return (
    <Social>
      <Menu.Item
        leftSection={<IconMessages size={16} />}
        onClick={() => invite({ kind: "start", ticketNumber: number, ...(aboutId ? { aboutId } : {}) })}
      >
        {t("consult.social-chat")}
      </Menu.Item>
    </Social>
  );
}
