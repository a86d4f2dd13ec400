import { Badge, Group, Menu, Text, UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconPencil } from "@tabler/icons-react";
import { useConsole, useConsoleTexts, useTalk } from "../console-context.js";
import classes from "../talk/talk.module.css";
import { useTabWords } from "../talk/use-tab-words.js";
import { useUnreadTotal } from "../talk/use-unread.js";
import { useTeamTexts } from "./team-context.js";

/** Talks beyond the ten that were active last; what comes in them is still told (S1-31). */
export function MoreTabs({ conversationIds }: { conversationIds: readonly string[] }) {
  const t = useTeamTexts();
  const texts = useConsoleTexts();
  const unread = useUnreadTotal(conversationIds);
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <UnstyledButton className={classes.moreTabs}>
          <Text span size="sm">
            {t("tabs.more", { count: conversationIds.length })}
          </Text>
          {unread > 0 && (
            <Badge size="xs" circle color="blue" aria-label={texts.count("unread", unread)}>
              {unread}
            </Badge>
          )}
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown mah="60dvh" style={{ overflowY: "auto" }}>
        {conversationIds.map((id) => (
          <MoreTab key={id} conversationId={id} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function MoreTab({ conversationId }: { conversationId: string }) {
  const { show } = useConsole();
  const texts = useConsoleTexts();
  const { unread, draft } = useTalk(conversationId);
  const { name, words } = useTabWords(conversationId);
  return (
    <Menu.Item
      onClick={() => show(conversationId)}
      rightSection={
        <Group gap={6} wrap="nowrap">
          {draft && <IconPencil size={14} aria-label={texts("talk.has-draft")} />}
          {unread > 0 && (
            <Badge size="xs" circle color="blue" aria-label={texts.count("unread", unread)}>
              {unread}
            </Badge>
          )}
        </Group>
      }
    >
      <Text size="sm" fw={500} truncate>
        {name}
      </Text>
      <Text size="xs" c="dimmed" truncate>
        {words}
      </Text>
    </Menu.Item>
  );
}
