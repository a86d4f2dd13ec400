import { Anchor, Badge, Group, Skeleton, Stack, Text, Timeline } from "@mantine/core";
import { IconExternalLink, IconHistory, IconTicket } from "@tabler/icons-react";
import { useCallback, useEffect, useRef } from "react";
import type { Ticket, TimelineEntry } from "../../../../contract/ticket.js";
import { ServiceLevelFacts } from "../../records/service-level.js";
import { useDesk } from "../../shared/desk.js";
import { ElsewhereLink } from "../../shared/elsewhere-link.js";
import { FileList } from "../../shared/files/file-view.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { RelativeTime } from "../../shared/time.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { MemoLines } from "../colleagues/memo-lines.js";
import { SocialMenu } from "../colleagues/social-menu.js";
import { useConsoleTexts } from "../console-context.js";
import { stateColors } from "../ticket-state.js";
import { Card, Facts } from "./card.js";

/** The ticket and its history; read again whenever the attendance changes. */
export function TicketCards({ number, version }: { number: string; version: number }) {
  const t = useConsoleTexts();
  const { api } = useDesk();
  const [ticket, reloadTicket] = useLoaded(useCallback(() => api.readTicket(number), [api, number]));
  const [timeline, reloadTimeline] = useLoaded(useCallback(() => api.readTimeline(number), [api, number]));
  const shown = useRef(version);

  useEffect(() => {
    if (shown.current === version) return;
    shown.current = version;
    reloadTicket();
    reloadTimeline();
  }, [version, reloadTicket, reloadTimeline]);

  return (
    <>
      <Card name="ticket" title={t("ticket.title", { number })} icon={<IconTicket size={17} aria-hidden />}>
        {ticket.status === "loading" && <Skeleton h={110} />}
        {ticket.status === "failed" && <LoadFailed message={ticket.error.message} onRetry={reloadTicket} />}
        {ticket.status === "ready" && <TicketFacts ticket={ticket.value} />}
      </Card>
      <Card name="timeline" title={t("timeline.title")} icon={<IconHistory size={17} aria-hidden />}>
        {timeline.status === "loading" && <Skeleton h={110} />}
        {timeline.status === "failed" && (
          <LoadFailed message={timeline.error.message} onRetry={reloadTimeline} />
        )}
        {timeline.status === "ready" && <Events entries={timeline.value.items} />}
      </Card>
    </>
  );
}

function TicketFacts({ ticket }: { ticket: Ticket }) {
  const t = useConsoleTexts();
  const { number, state, kind, activity, group, assignee, description, fields, createdAt, elsewhere } =
    ticket;
  return (
    <Stack gap="xs">
      <Facts
        items={[
          {
            label: t("ticket.state"),
            value: (
              <Badge variant="light" tt="none" color={stateColors[state]}>
                {t(`ticket-state.${state}`)}
              </Badge>
            ),
          },
          { label: t("ticket.kind"), value: t(`ticket-kind.${kind}`) },
          { label: t("ticket.activity"), value: activity.name },
          { label: t("ticket.group"), value: group?.name ?? t("ticket.nobody") },
          { label: t("ticket.assignee"), value: assignee?.name ?? t("ticket.nobody") },
          { label: t("ticket.opened"), value: <RelativeTime at={createdAt} /> },
          ...(elsewhere === undefined
            ? []
            : [{ label: elsewhere.desk, value: <ElsewhereLink {...elsewhere} /> }]),
          ...fields.map(({ label, value }) => ({ label, value })),
        ]}
      />
      <Text size="sm" style={{ whiteSpace: "pre-wrap" }}>
        {description}
      </Text>
      <FileList files={ticket.files} />
      <ServiceLevelFacts level={ticket.serviceLevel} cols={1} />
      <Group>
        <SocialMenu number={number} aboutId={ticket.conversationId} />
      </Group>
      <Anchor
        size="sm"
        href={`/agent/tickets/${encodeURIComponent(number)}`}
        target="_blank"
        rel="noreferrer"
      >
        {t("ticket.open")} <IconExternalLink size={14} aria-hidden style={{ verticalAlign: "-2px" }} />
      </Anchor>
    </Stack>
  );
}

function Events({ entries }: { entries: readonly TimelineEntry[] }) {
  const t = useConsoleTexts();
  // The transcript stands in the middle pane; here are the events around it.
  const events = entries.filter(({ kind }) => kind !== "message");
  if (events.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t("timeline.empty")}
      </Text>
    );
  }
  return (
    <Timeline bulletSize={12} lineWidth={2} active={events.length}>
      {events.map(({ id, at, actor, text, memo }) => (
        <Timeline.Item key={id}>
          {memo ? <MemoLines memo={memo} /> : <Text size="sm">{text}</Text>}
          <Text size="xs" c="dimmed">
            {actor.name && `${actor.name} · `}
            <RelativeTime at={at} />
          </Text>
        </Timeline.Item>
      ))}
    </Timeline>
  );
}
