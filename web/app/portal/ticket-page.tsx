import { Button, Group, Paper, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { IconMessageCircle } from "@tabler/icons-react";
import { type ReactNode, useCallback, useEffect } from "react";
import type { Ticket, TicketState } from "../../../contract/ticket.js";
import { exchangeTexts } from "../../texts/exchange/index.js";
import { ProblemPage } from "../problem/problem-page.js";
import { useDesk, useTexts } from "../shared/desk.js";
import { FileList } from "../shared/files/file-view.js";
import { ApiError } from "../shared/http.js";
import { LoadFailed } from "../shared/load-failed.js";
import { RelativeTime } from "../shared/time.js";
import { openChat } from "../shared/use-chat.js";
import { useLoaded } from "../shared/use-loaded.js";
import { PageSkeleton } from "./page-skeleton.js";
import classes from "./portal.module.css";
import { useSeenTickets } from "./seen-tickets.js";
import { AttendanceBall, StateBadge } from "./ticket-marks.js";
import { TicketMessages } from "./ticket-messages.js";
import { TicketTimeline } from "./ticket-timeline.js";
import { Trail } from "./trail.js";
import { useFresh } from "./use-fresh.js";
import { usePortalTexts } from "./use-portal-texts.js";

const over: readonly TicketState[] = ["closed", "canceled"];

/** One ticket: what it is about, what happened, and the way back into its talk. */
export function TicketPage({ number }: { number: string }) {
  const { api } = useDesk();
  const { markSeen } = useSeenTickets();
  const [ticket, reload] = useLoaded(useCallback(() => api.readTicket(number), [api, number]));
  useEffect(() => {
    if (ticket.status === "ready") markSeen(ticket.value);
  }, [ticket, markSeen]);
  const news = useFresh(reload);

  if (ticket.status === "loading") return <PageSkeleton />;
  if (ticket.status === "ready") return <Whole ticket={ticket.value} news={news} />;
  if (ticket.error instanceof ApiError && ticket.error.status === 404)
    return <ProblemPage kind="not-found" />;
  return <LoadFailed message={ticket.error.message} onRetry={reload} />;
}

function Whole({ ticket, news }: { ticket: Ticket; news: number }) {
  const t = usePortalTexts();
  const tFiles = useTexts(exchangeTexts);
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
          <Group gap="xs">
            <TicketMessages number={ticket.number} />
            {!over.includes(ticket.state) && <Resume ticket={ticket} />}
          </Group>
        </Group>
      </Stack>
      <Paper withBorder p="md">
        <Stack gap="md">
          <Fact label={t("ticket.description")}>
            <span className={classes.words}>{ticket.description}</span>
          </Fact>
          <Facts ticket={ticket} />
          {ticket.files && ticket.files.length > 0 && (
            <Fact label={tFiles("files")}>
              <FileList files={ticket.files} />
            </Fact>
          )}
        </Stack>
      </Paper>
      <Stack component="section" gap="sm">
        <Title order={2} size="h4">
          {t("ticket.timeline")}
        </Title>
        <TicketTimeline number={ticket.number} version={ticket.updatedAt + news} />
      </Stack>
    </Stack>
  );
}

/** Back into the talk of the ticket, where its service has one (S0-23). */
function Resume({ ticket }: { ticket: Ticket }) {
  const t = usePortalTexts();
  const tExchange = useTexts(exchangeTexts);
  const isOff = ticket.availableViaChat === false;
  return (
    <Stack gap={4} align="flex-end">
      <Button
        leftSection={<IconMessageCircle size={18} />}
        disabled={isOff}
        onClick={() => openChat({ resume: ticket.number })}
      >
        {t("ticket.resume")}
      </Button>
      {isOff && (
        <Text size="xs" c="dimmed">
          {tExchange("chat.off")}
        </Text>
      )}
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
