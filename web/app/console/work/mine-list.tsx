import { Badge, Button, EmptyState, Group, Stack, Text, UnstyledButton } from "@mantine/core";
import { IconMessageCircle } from "@tabler/icons-react";
import type { Attendance } from "../../../../contract/attendance.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { PersonAvatar } from "../../shared/person-avatar.js";
import { RelativeTime } from "../../shared/time.js";
import { useConsole, useConsoleState, useConsoleTexts, useTalk } from "../console-context.js";
import { EntrySkeletons } from "../layout/console-skeleton.js";
import { listHeld } from "../state/console-state.js";
import { lastWords } from "../talk/last-words.js";
import { PresenceBall, presenceOf } from "../talk/presence-ball.js";
import { matchesSearch } from "./matches-search.js";
import classes from "./work.module.css";

/** "Attendance in progress" of this agent (S2-51), each with its last words and a blue ball for new ones (S2-48). */
export function MineList({ search }: { search: string }) {
  const t = useConsoleTexts();
  const { showWork, reload } = useConsole();
  const state = useConsoleState((current) => current);
  if (state.phase === "loading") return <EntrySkeletons />;
  if (state.phase === "failed") return <LoadFailed onRetry={() => void reload()} />;
  const held = listHeld(state).filter((attendance) => matchesSearch(attendance, search));
  if (held.length === 0) {
    return (
      <EmptyState
        size="sm"
        py="xl"
        icon={<IconMessageCircle />}
        title={t("mine.empty")}
        description={t("mine.empty-hint")}
      >
        <EmptyState.Actions>
          <Button size="xs" variant="light" onClick={() => showWork("queue")}>
            {t("mine.show-queue")}
          </Button>
        </EmptyState.Actions>
      </EmptyState>
    );
  }
  return (
    <ul className={classes.list} aria-label={t("tab.mine")}>
      {held.map((attendance) => (
        <MineEntry
          key={attendance.id}
          attendance={attendance}
          active={attendance.conversationId === state.activeId}
        />
      ))}
    </ul>
  );
}

function MineEntry({ attendance, active }: { attendance: Attendance; active: boolean }) {
  const t = useConsoleTexts();
  const { show } = useConsole();
  const { requester, conversationId, ticketNumber } = attendance;
  const talk = useTalk(conversationId);
  const { unread, conversation, draft } = talk;
  const last = talk.items.at(-1);
  const lastAt = last?.kind === "posted" ? last.message.sentAt : last?.firstSentAt;
  return (
    <li className={classes.entry} data-active={active || undefined}>
      <UnstyledButton
        className={classes.open}
        onClick={() => show(conversationId)}
        aria-current={active || undefined}
      >
        <Group gap={8} wrap="nowrap" align="flex-start">
          <PersonAvatar name={requester.name} photoUrl={requester.photoUrl} size={32} />
          <Stack gap={2} flex={1} miw={0}>
            <Group gap={8} wrap="nowrap" justify="space-between">
              <Group gap={6} wrap="nowrap" miw={0}>
                <PresenceBall {...presenceOf(conversation)} />
                <Text size="sm" fw={600} truncate>
                  {requester.name}
                </Text>
              </Group>
              {unread > 0 && (
                <Badge size="sm" circle color="blue" aria-label={t.count("unread", unread)}>
                  {unread}
                </Badge>
              )}
            </Group>
            <Text size="sm" truncate c={unread > 0 ? undefined : "dimmed"} fw={unread > 0 ? 500 : 400}>
              {draft ? t("mine.draft", { text: draft }) : (lastWords(talk) ?? attendance.question)}
            </Text>
            <Group gap={8} justify="space-between">
              <Text size="xs" c="dimmed">
                {ticketNumber}
              </Text>
              <Text size="xs" c="dimmed">
                {lastAt && <RelativeTime at={lastAt} />}
              </Text>
            </Group>
          </Stack>
        </Group>
      </UnstyledButton>
    </li>
  );
}
