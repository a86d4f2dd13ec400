import { Badge, Menu, Text, UnstyledButton } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useConsole, useConsoleState, useConsoleTexts, useTalk } from "../console-context.js";
import { findAttendance } from "../state/console-state.js";
import talk from "../talk/talk.module.css";
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
        <UnstyledButton className={talk.tabButton}>
          <Text span size="sm">
            {t("tabs.more", { count: conversationIds.length })}
          </Text>
          {unread > 0 && (
            <Badge size="xs" circle aria-label={texts.count("unread", unread)}>
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
  const attendance = useConsoleState((state) => findAttendance(state, conversationId));
  const { conversation, unread, items } = useTalk(conversationId);
  const last = items.at(-1);
  const words = last?.kind === "posted" ? last.message.text : last?.text;
  return (
    <Menu.Item
      onClick={() => show(conversationId)}
      rightSection={
        unread > 0 ? (
          <Badge size="xs" circle aria-label={texts.count("unread", unread)}>
            {unread}
          </Badge>
        ) : undefined
      }
    >
      <Text size="sm" fw={500} truncate>
        {conversation?.requester.name ?? attendance?.requester.name ?? "…"}
      </Text>
      <Text size="xs" c="dimmed" truncate>
        {words ?? attendance?.question}
      </Text>
    </Menu.Item>
  );
}
