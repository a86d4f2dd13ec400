import { Button, EmptyState, Skeleton, Stack, Text } from "@mantine/core";
import { IconTicket } from "@tabler/icons-react";
import { useCallback } from "react";
import { Link } from "wouter";
import type { Ticket } from "../../../contract/ticket.js";
import { useDesk } from "../shared/desk.js";
import { LoadFailed } from "../shared/load-failed.js";
import { RelativeTime } from "../shared/time.js";
import { useLoaded } from "../shared/use-loaded.js";
import classes from "./portal.module.css";
import { useSeenTickets } from "./seen-tickets.js";
import { TicketChatButton } from "./ticket-chat-button.js";
import { AttendanceBall, StateBadge } from "./ticket-marks.js";
import { useFresh } from "./use-fresh.js";
import { usePortalTexts } from "./use-portal-texts.js";

export interface MyTicketsProps {
  readonly limit?: number;
  readonly q?: string;
}

/** The person's own tickets, newest first, kept fresh while they are looked at. */
export function MyTickets({ limit = Number.POSITIVE_INFINITY, q = "" }: MyTicketsProps) {
  const t = usePortalTexts();
  const { api } = useDesk();
  const [tickets, reload] = useLoaded(
    useCallback(async () => (await api.findTickets("mine", q || undefined)).items, [api, q]),
  );
  useFresh(reload);

  if (tickets.status === "failed") return <LoadFailed onRetry={reload} />;
  if (tickets.status === "loading") {
    return (
      <Stack gap="xs" aria-hidden>
        <Skeleton height={58} />
        <Skeleton height={58} />
      </Stack>
    );
  }
  if (tickets.value.length === 0 && q) return <Text c="dimmed">{t("tickets.no-match")}</Text>;
  if (tickets.value.length === 0) return <NoTickets />;
  return (
    <div className={classes.lines}>
      {tickets.value.slice(0, limit).map((ticket) => (
        <TicketLine key={ticket.id} ticket={ticket} />
      ))}
    </div>
  );
}

function TicketLine({ ticket }: { ticket: Ticket }) {
  const t = usePortalTexts();
  const news = useSeenTickets().isNews(ticket);
  return (
    <div className={classes.entry}>
      <Link href={`/tickets/${ticket.number}`} className={classes.line}>
        {news && <span className={classes.news} role="img" aria-label={t("tickets.news")} />}
        <div style={{ flex: "1 1 180px", minWidth: 0 }}>
          <Text fw={news ? 700 : 500} truncate>
            {ticket.activity.name}
          </Text>
          <Text size="sm" c="dimmed" truncate>
            {ticket.description}
          </Text>
          <Text size="xs" c="dimmed" component="div">
            {t("tickets.number", { number: ticket.number })} · {t("tickets.updated")}{" "}
            <RelativeTime at={ticket.updatedAt} />
          </Text>
        </div>
        <Stack gap={4} align="flex-end">
          <StateBadge state={ticket.state} />
          <AttendanceBall ticket={ticket} />
        </Stack>
      </Link>
      <TicketChatButton ticket={ticket} />
    </div>
  );
}

function NoTickets() {
  const t = usePortalTexts();
  return (
    <EmptyState
      size="sm"
      icon={<IconTicket />}
      title={t("tickets.none.title")}
      description={t("tickets.none.text")}
    >
      <EmptyState.Actions>
        <Button component={Link} href="/services" variant="light">
          {t("tickets.none.action")}
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  );
}
