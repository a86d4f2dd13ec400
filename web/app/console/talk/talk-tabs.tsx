import { Badge, CloseButton, Text, UnstyledButton } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useConsole, useConsoleState, useConsoleTexts, useTalk } from "../console-context.js";
import { findAttendance, isHeldBy } from "../state/console-state.js";
import { isBothOnline, PresenceBall } from "./presence-ball.js";
import classes from "./talk.module.css";

/** One tab per open talk with its unread mark and a pencil where a draft stands (S1-31, S2-53). */
export function TalkTabs() {
  const t = useConsoleTexts();
  const openIds = useConsoleState((state) => state.openIds);
  if (openIds.length === 0) return null;
  return (
    <nav className={classes.tabs} aria-label={t("talk.tabs")}>
      {openIds.map((conversationId) => (
        <TalkTab key={conversationId} conversationId={conversationId} />
      ))}
    </nav>
  );
}

function TalkTab({ conversationId }: { conversationId: string }) {
  const t = useConsoleTexts();
  const { show, close } = useConsole();
  const active = useConsoleState((state) => state.activeId === conversationId);
  const attendance = useConsoleState((state) => findAttendance(state, conversationId));
  const meId = useConsoleState((state) => state.me.id);
  const { conversation, unread, draft } = useTalk(conversationId);
  const name = conversation?.requester.name ?? attendance?.requester.name ?? "…";
  const held = attendance !== undefined && isHeldBy(attendance, meId);
  return (
    <div className={classes.tab} data-active={active || undefined}>
      <UnstyledButton
        className={classes.tabButton}
        aria-current={active || undefined}
        onClick={() => show(conversationId)}
      >
        <PresenceBall online={isBothOnline(conversation)} />
        <Text span size="sm" truncate fw={unread > 0 || active ? 600 : 400}>
          {name}
        </Text>
        {draft && !active && <IconPencil size={14} aria-label={t("talk.has-draft")} />}
        {unread > 0 && !active && (
          <Badge size="xs" circle color="blue" aria-label={t.count("unread", unread)}>
            {unread}
          </Badge>
        )}
      </UnstyledButton>
      {!held && (
        <CloseButton size="xs" aria-label={t("talk.close", { name })} onClick={() => close(conversationId)} />
      )}
    </div>
  );
}
