import { Button, Group, Paper, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { IconMessageCircle } from "@tabler/icons-react";
import { type ReactNode, useCallback, useEffect } from "react";
import type { Ticket, TicketState } from "../../../contract/ticket.js";
import { ProblemPage } from "../problem/problem-page.js";
import { useDesk } from "../shared/desk.js";
import { ApiError } from "../shared/http.js";
import { LoadFailed } from "../shared/load-failed.js";
import { RelativeTime } from "../shared/time.js";
import { openChat } from "../shared/use-chat.js";
import { useLoaded } from "../shared/use-loaded.js";
import { PageSkeleton } from "./page-skeleton.js";
import classes from "./portal.module.css";
import { useSeenTickets } from "./seen-tickets.js";
import { AttendanceBall, StateBadge } from "./ticket-marks.js";
import { TicketTimeline } from "./ticket-timeline.js";
import { Trail } from "./trail.js";
import { usePortalTexts } from "./use-portal-texts.js";

const refreshMs = 10_000;
const over: readonly TicketState[] = ["closed", "canceled"];

/** One ticket: what it is about, what happened, and the way back into its talk. */
export function TicketPage({ number }: { number: string }) {
  const { api } = useDesk();
  const { markSeen } = useSeenTickets();
  const [ticket, reload] = useLoaded(useCallback(() => api.readTicket(number), [api, number]));
  useEffect(() => {
    if (ticket.status === "ready") markSeen(ticket.value);
  }, [ticket, markSeen]);
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") reload();
    }, refreshMs);
    return () => clearInterval(timer);
  }, [reload]);

  if (ticket.status === "loading") return <PageSkeleton />;
  if (ticket.status === "ready") return <Whole ticket={ticket.value} />;
  if (ticket.error instanceof ApiError && ticket.error.status === 404)
    return <ProblemPage kind="not-found" />;
  return <LoadFailed message={ticket.error.message} onRetry={reload} />;
}

function Whole({ ticket }: { ticket: Ticket }) {
  const t = usePortalTexts();
  const number = t("tickets.number", { number: ticket.number });
  return (
    <Stack gap="lg">
      <Stack gap={6}>
        <Trail steps={[{ label: t("nav.tickets"), href: "/tickets" }, { label: number }]} />
        <Group justify="space-between" align="flex-start">
          <Group gap="sm">
            <Title order={1} size="h2">
              {ticket.activity.name}
            </Title>
            <StateBadge state={ticket.state} />
            <AttendanceBall ticket={ticket} />
          </Group>
          {!over.includes(ticket.state) && (
            <Button
              leftSection={<IconMessageCircle size={18} />}
              onClick={() => openChat({ resume: ticket.number })}
            >
              {t("ticket.resume")}
            </Button>
          )}
        </Group>
      </Stack>
      <Paper withBorder p="md">
        <Stack gap="md">
          <Fact label={t("ticket.description")}>
            <span className={classes.words}>{ticket.description}</span>
          </Fact>
          <Facts ticket={ticket} />
        </Stack>
      </Paper>
      <Stack component="section" gap="sm">
        <Title order={2} size="h4">
          {t("ticket.timeline")}
        </Title>
        <TicketTimeline number={ticket.number} updatedAt={ticket.updatedAt} />
      </Stack>
    </Stack>
  );
}

function Facts({ ticket }: { ticket: Ticket }) {
  const t = usePortalTexts();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
      <Fact label={t("ticket.kind")}>{t(`kind.${ticket.kind}`)}</Fact>
      <Fact label={t("ticket.opened")}>
        <RelativeTime at={ticket.createdAt} />
      </Fact>
      {ticket.group && <Fact label={t("ticket.group")}>{ticket.group.name}</Fact>}
      {ticket.assignee && <Fact label={t("ticket.assignee")}>{ticket.assignee.name}</Fact>}
      {ticket.fields.map(({ name, label, value }) => (
        <Fact key={name} label={label}>
          {value}
        </Fact>
      ))}
    </SimpleGrid>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text component="div">{children}</Text>
    </div>
  );
}
