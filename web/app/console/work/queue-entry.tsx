import { Badge, Button, Group, HoverCard, Stack, Text, UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { memo, useState } from "react";
import type { Attendance } from "../../../../contract/attendance.js";
import type { Outcome } from "../../../chat/index.js";
import { PersonAvatar } from "../../shared/person-avatar.js";
import { useConsoleState, useConsoleTexts } from "../console-context.js";
import { mayAccept } from "../state/console-state.js";
import { useTeamTexts } from "../team/team-context.js";
import { useOutcome } from "../use-outcome.js";
import { ContextPreview } from "./context-preview.js";
import { ExchangeButton } from "./exchange-button.js";
import { WaitingTime } from "./waiting-time.js";
import { WhyButton } from "./why-button.js";
import classes from "./work.module.css";

/** Where an attendance stands that nobody ranked; a lower number is served earlier. */
const ordinaryPriority = 500;

export interface QueueEntryProps {
  readonly attendance: Attendance;
  /** Parameter 299 shows a conversation icon beside the ticket's number (S2-9). */
  readonly hasExchange: boolean;
  /** Shows it whole, with the ones before and after. */
  readonly onPreview: (attendanceId: string) => void;
  readonly onAccept: (attendanceId: string) => Promise<Outcome<"attendance:accept">>;
}

/**
 * One who waits: who, what, how long, and why it came; more on hover or when unfolded (S1-7). While a long queue moves
 * only those are drawn again that have changed.
 */
export const QueueEntry = memo(DrawnEntry);

function DrawnEntry({ attendance, hasExchange, onAccept, onPreview }: QueueEntryProps) {
  const t = useConsoleTexts();
  const team = useTeamTexts();
  const tell = useOutcome();
  const [expanded, setExpanded] = useState(false);
  const busy = useConsoleState((state) => state.accepting.has(attendance.id));
  const acceptable = useConsoleState((state) => mayAccept(state, attendance));
  const { requester, question, ticketNumber, language, context } = attendance;
  const Fold = expanded ? IconChevronUp : IconChevronDown;
  return (
    <li className={classes.entry} data-expanded={expanded || undefined}>
      <HoverCard
        width={340}
        position="right-start"
        openDelay={450}
        withRoles={false}
        withinPortal
        disabled={expanded || !context}
      >
        <HoverCard.Target>
          <div>
            <Group gap={8} wrap="nowrap" align="flex-start">
              <PersonAvatar name={requester.name} photoUrl={requester.photoUrl} size={32} />
              <Stack gap={2} flex={1} miw={0}>
                <Group gap={8} wrap="nowrap" justify="space-between">
                  <Text size="sm" fw={600} truncate>
                    {requester.name}
                  </Text>
                  <WaitingTime since={attendance.waitingSince} />
                </Group>
                <UnstyledButton
                  className={classes.question}
                  fz="sm"
                  title={team("preview.open", { name: requester.name })}
                  onClick={() => onPreview(attendance.id)}
                >
                  {question}
                </UnstyledButton>
              </Stack>
            </Group>
          </div>
        </HoverCard.Target>
        <HoverCard.Dropdown>{context && <ContextPreview context={context} />}</HoverCard.Dropdown>
      </HoverCard>
      <Group gap={6} mt={8} wrap="wrap">
        <PriorityBadge priority={attendance.priority} />
        {context && (
          <Badge size="sm" variant="light" tt="none">
            {t(`reason.${context.reason}`)}
          </Badge>
        )}
        <Badge size="sm" color="gray" variant="light">
          {language}
        </Badge>
        {ticketNumber && (
          <Text size="xs" c="dimmed">
            {ticketNumber}
          </Text>
        )}
        {ticketNumber && hasExchange && <ExchangeButton number={ticketNumber} />}
      </Group>
      {expanded && context && <ContextPreview context={context} mt="sm" />}
      <Group className={classes.foot} gap="4px 8px" mt={8} justify="space-between">
        <UnstyledButton fz="xs" c="dimmed" aria-expanded={expanded} onClick={() => setExpanded(!expanded)}>
          <Group gap={4} wrap="nowrap">
            <Fold size={14} aria-hidden />
            {t(expanded ? "queue.less" : "queue.more")}
          </Group>
        </UnstyledButton>
        <WhyButton attendanceId={attendance.id} version={attendance.version} />
        {acceptable ? (
          <Button
            size="compact-sm"
            loading={busy}
            aria-label={t("queue.accept-of", { name: requester.name })}
            onClick={async () => tell(await onAccept(attendance.id))}
          >
            {t("queue.accept")}
          </Button>
        ) : (
          <Text size="xs" c="dimmed" title={t("queue.offered.hint")}>
            {t("queue.offered")}
          </Text>
        )}
      </Group>
    </li>
  );
}

function PriorityBadge({ priority }: { priority: number }) {
  const t = useConsoleTexts();
  if (priority === ordinaryPriority) return null;
  const high = priority < ordinaryPriority;
  return (
    <Badge size="sm" color={high ? "red" : "gray"} variant="light" tt="none">
      {t(high ? "priority.high" : "priority.low")}
    </Badge>
  );
}
