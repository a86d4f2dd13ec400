import { Badge, CloseButton, Text, UnstyledButton } from "@mantine/core";
import { IconPencil, IconUsers } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { LeaveByTab } from "../colleagues/leave-by-tab.js";
import { useConsole, useConsoleState, useConsoleTexts, useTalk } from "../console-context.js";
import { findAttendance, isHeldBy } from "../state/console-state.js";
import { MoreTabs } from "../team/more-tabs.js";
import { useLastActive } from "../team/use-last-active.js";
import { PresenceBall, presenceOf } from "./presence-ball.js";
import classes from "./talk.module.css";
import { useTabWords } from "./use-tab-words.js";

/** One tab per open talk with its last words, its unread mark and a pencil where a draft stands (S1-31, S2-53). */
export function TalkTabs() {
  const t = useConsoleTexts();
  const openIds = useConsoleState((state) => state.openIds);
  const activeId = useConsoleState((state) => state.activeId);
  const { shownIds, hiddenIds } = useLastActive(openIds, activeId);
  if (openIds.length === 0) return null;
  return (
    <nav className={classes.tabs} aria-label={t("talk.tabs")}>
      <div className={classes.tabRow}>
        {shownIds.map((conversationId) => (
          <TalkTab key={conversationId} conversationId={conversationId} />
        ))}
      </div>
      {hiddenIds.length > 0 && <MoreTabs conversationIds={hiddenIds} />}
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
  const { name, words, consult } = useTabWords(conversationId);
  const held = attendance !== undefined && isHeldBy(attendance, meId);
  const tab = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) tab.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [active]);
  return (
    <div ref={tab} className={classes.tab} data-active={active || undefined}>
      <UnstyledButton
        className={classes.tabButton}
        aria-current={active || undefined}
        onClick={() => show(conversationId)}
      >
        {consult ? <IconUsers size={15} aria-hidden /> : <PresenceBall {...presenceOf(conversation)} />}
        <span className={classes.tabWords}>
          <Text span size="sm" truncate fw={unread > 0 || active ? 600 : 400}>
            {name}
          </Text>
          <Text span size="xs" c="dimmed" truncate>
            {words}
          </Text>
        </span>
        {draft && !active && <IconPencil size={14} aria-label={t("talk.has-draft")} />}
        {unread > 0 && !active && (
          <Badge size="xs" circle color="blue" aria-label={t.count("unread", unread)}>
            {unread}
          </Badge>
        )}
      </UnstyledButton>
      {consult && <LeaveByTab consult={consult} />}
      {!held && !consult && (
        <CloseButton size="xs" aria-label={t("talk.close", { name })} onClick={() => close(conversationId)} />
      )}
    </div>
  );
}
