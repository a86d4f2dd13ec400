import { Menu, Text, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconDevices, IconLogout, IconMessage2Bolt } from "@tabler/icons-react";
import { Link } from "wouter";
import type { Account } from "../../../contract/account.js";
import { appTexts } from "../../texts/app.js";
import { teamTexts } from "../../texts/team/index.js";
import { NotifyItem } from "../notify/notify-item.js";
import { mayAnswer } from "./api.js";
import { useAreas } from "./area-links.js";
import { useDesk, useTexts } from "./desk.js";
import { PersonAvatar } from "./person-avatar.js";

export function PersonMenu({ user }: { user: Account }) {
  const t = useTexts(appTexts);
  const team = useTexts(teamTexts);
  const { session } = useDesk();
  const areas = useAreas(user.role);
  // Not merely hidden: the focus goes to the first item, and from an unseen one Escape would not close the menu.
  const isNarrow = useMediaQuery("(max-width: 47.99em)", false, { getInitialValueInEffect: false });
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <UnstyledButton ms={4}>
          <VisuallyHidden>{t("person.menu", { name: user.name })}</VisuallyHidden>
          <PersonAvatar name={user.name} photoUrl={user.photoUrl} size={32} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--mantine-color-text)" truncate>
            {user.name}
          </Text>
          <Text size="xs">{t(`role.${user.role}`)}</Text>
        </Menu.Label>
        {isNarrow && (
          <>
            {areas.map(({ href, label, here }) => (
              <Menu.Item key={href} component={Link} href={href} aria-current={here ? "page" : undefined}>
                {label}
              </Menu.Item>
            ))}
            <Menu.Divider />
          </>
        )}
        {mayAnswer(user.role) && (
          <Menu.Item component={Link} href="/agent/replies" leftSection={<IconMessage2Bolt size={16} />}>
            {team("replies.title")}
          </Menu.Item>
        )}
        <NotifyItem user={user} />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void session.logOut()}>
          {t("person.log-out")}
        </Menu.Item>
        <Menu.Item leftSection={<IconDevices size={16} />} onClick={() => void session.logOut("everywhere")}>
          {t("person.log-out-everywhere")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
