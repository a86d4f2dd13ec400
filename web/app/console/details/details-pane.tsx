import { ActionIcon, EmptyState, Group, Stack, Text } from "@mantine/core";
import { IconHourglass, IconInfoCircle, IconLayoutSidebarRightCollapse } from "@tabler/icons-react";
import type { Attendance } from "../../../../contract/attendance.js";
import { routingTexts } from "../../../texts/routing/index.js";
import { useTexts } from "../../shared/desk.js";
import { useConsult, useDirectContact } from "../colleagues/colleagues-context.js";
import { useConsoleState, useConsoleTexts, useTalk } from "../console-context.js";
import layout from "../layout/layout.module.css";
import { findAttendance } from "../state/console-state.js";
import { PastCard } from "../team/past-card.js";
import { TagsCard } from "../team/tags-card.js";
import { WhyAnswer } from "../work/why-button.js";
import { Card } from "./card.js";
import { InteractionCard } from "./interaction-card.js";
import { RequesterCard } from "./requester-card.js";
import { TicketCards } from "./ticket-cards.js";
import { WhyCard } from "./why-card.js";

/** The right pane: everything about the talk that is shown. */
export function DetailsPane({ onFold }: { onFold?: () => void }) {
  const t = useConsoleTexts();
  const Frame = onFold ? "aside" : "section";
  const activeId = useConsoleState((state) => state.activeId);
  return (
    <Frame className={`${layout.pane} ${layout.side}`} aria-label={t("pane.details")}>
      <Group className={layout.paneHead} wrap="nowrap">
        <Text component="h2" size="sm" fw={600} m={0}>
          {t("pane.details")}
        </Text>
        {onFold && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t("pane.fold")}
            title={t("pane.fold")}
            onClick={onFold}
          >
            <IconLayoutSidebarRightCollapse size={20} />
          </ActionIcon>
        )}
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reached by keyboard. */}
      <div className={layout.scroll} tabIndex={0}>
        {activeId ? (
          <Details key={activeId} conversationId={activeId} />
        ) : (
          <EmptyState
            size="sm"
            py="xl"
            icon={<IconInfoCircle />}
            title={t("details.none")}
            description={t("details.none-hint")}
          />
        )}
      </div>
    </Frame>
  );
}

/** Beside a consult stands the ticket it is about. */
function ColleagueDetails({ number, version }: { number: string | undefined; version: number }) {
  const t = useConsoleTexts();
  return (
    <Stack gap="sm" px="sm" pb="md">
      {number ? (
        <TicketCards key={number} number={number} version={version} />
      ) : (
        <EmptyState size="sm" py="xl" icon={<IconInfoCircle />} title={t("colleagues.no-ticket")} />
      )}
    </Stack>
  );
}

function Details({ conversationId }: { conversationId: string }) {
  const known = useConsoleState((state) => findAttendance(state, conversationId));
  const { conversation } = useTalk(conversationId);
  const consult = useConsult(conversationId);
  const attendance = known ?? conversation?.attendance;
  const contact = useDirectContact(conversationId);
  if (consult || contact || conversation?.kind)
    return <ColleagueDetails number={consult?.ticketNumber} version={consult?.version ?? 0} />;
  const number = conversation?.ticketNumber ?? attendance?.ticketNumber;
  return (
    <Stack gap="sm" px="sm" pb="md">
      {attendance?.phase === "logged" && <WaitingCard attendance={attendance} />}
      {attendance?.context && <WhyCard context={attendance.context} note={attendance.reason} />}
      <RequesterCard conversation={conversation} />
      {attendance && (
        <InteractionCard
          key={`interaction-${attendance.id}`}
          attendanceId={attendance.id}
          phase={attendance.phase}
        />
      )}
      <TagsCard conversationId={conversationId} number={number} />
      <PastCard conversationId={conversationId} attendance={attendance} />
      {number && <TicketCards key={number} number={number} version={attendance?.version ?? 0} />}
    </Stack>
  );
}

/** A talk that was passed on and has nobody yet. */
function WaitingCard({ attendance }: { attendance: Attendance }) {
  const t = useTexts(routingTexts);
  return (
    <Card name="waiting" title={t("why.title")} icon={<IconHourglass size={17} aria-hidden />}>
      <WhyAnswer key={attendance.version} attendanceId={attendance.id} />
    </Card>
  );
}
