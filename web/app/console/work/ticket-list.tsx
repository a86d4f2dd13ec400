import {
  Anchor,
  Badge,
  EmptyState,
  Group,
  SegmentedControl,
  Stack,
  Text,
  UnstyledButton,
} from "@mantine/core";
import { useDebouncedValue, useDidUpdate } from "@mantine/hooks";
import { IconTicketOff } from "@tabler/icons-react";
import { useCallback, useState } from "react";
import { Link } from "wouter";
import type { Ticket } from "../../../../contract/ticket.js";
import { useDesk } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { RelativeTime } from "../../shared/time.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { useConsole, useConsoleState, useConsoleTexts } from "../console-context.js";
import { EntrySkeletons } from "../layout/console-skeleton.js";
import layout from "../layout/layout.module.css";
import { stateColors } from "../ticket-state.js";
import classes from "./work.module.css";

const exhibitions = ["all", "chat", "critical"] as const;
type Exhibition = (typeof exhibitions)[number];

/** Every ticket this agent may see: all, those that came by chat, or the urgent ones (S0-22). */
export function TicketList({ search }: { search: string }) {
  const t = useConsoleTexts();
  const { api } = useDesk();
  const [exhibition, setExhibition] = useState<Exhibition>("all");
  const [query] = useDebouncedValue(search.trim(), 250);
  const [tickets, reload] = useLoaded(
    useCallback(() => api.findTickets("all", query, exhibition), [api, query, exhibition]),
  );
  const attendances = useConsoleState((state) => state.attendances);
  const [changed] = useDebouncedValue(attendances, 800);
  useDidUpdate(reload, [changed]);
  return (
    <>
      <div className={classes.groups}>
        <SegmentedControl
          fullWidth
          size="xs"
          w="100%"
          aria-label={t("exhibition.label")}
          value={exhibition}
          onChange={(value) => setExhibition(exhibitions.find((one) => one === value) ?? "all")}
          data={exhibitions.map((value) => ({ value, label: t(`exhibition.${value}`) }))}
        />
      </div>
      <div className={layout.scroll}>
        {tickets.status === "loading" && <EntrySkeletons />}
        {tickets.status === "failed" && <LoadFailed message={tickets.error.message} onRetry={reload} />}
        {tickets.status === "ready" && <TicketEntries tickets={tickets.value.items} />}
      </div>
    </>
  );
}

function TicketEntries({ tickets }: { tickets: readonly Ticket[] }) {
  const t = useConsoleTexts();
  if (tickets.length === 0) {
    return (
      <EmptyState
        size="sm"
        py="xl"
        icon={<IconTicketOff />}
        title={t("search.none")}
        description={t("search.none-hint")}
      />
    );
  }
  return (
    <ul className={classes.list} aria-label={t("tab.all")}>
      {tickets.map((ticket) => (
        <TicketEntry key={ticket.id} ticket={ticket} />
      ))}
    </ul>
  );
}

function TicketEntry({ ticket }: { ticket: Ticket }) {
  const t = useConsoleTexts();
  const { show } = useConsole();
  const active = useConsoleState(
    (state) => state.activeId !== undefined && state.activeId === ticket.conversationId,
  );
  const { conversationId } = ticket;
  const body = (
    <Stack gap={3}>
      <Group gap={8} justify="space-between" wrap="nowrap">
        <Text size="sm" fw={600}>
          {ticket.number}
        </Text>
        <Badge size="sm" variant="light" tt="none" color={stateColors[ticket.state]}>
          {t(`ticket-state.${ticket.state}`)}
        </Badge>
      </Group>
      <Text size="sm" className={classes.question}>
        {ticket.description}
      </Text>
      <Group gap={8} justify="space-between">
        <Text size="xs" c="dimmed">
          {ticket.requester.name}
        </Text>
        <Text size="xs" c="dimmed">
          <RelativeTime at={ticket.updatedAt} />
        </Text>
      </Group>
    </Stack>
  );
  return (
    <li className={classes.entry} data-active={active || undefined}>
      {conversationId ? (
        <UnstyledButton className={classes.open} onClick={() => show(conversationId)}>
          {body}
        </UnstyledButton>
      ) : (
        body
      )}
      <Anchor component={Link} size="xs" href={`/agent/tickets/${encodeURIComponent(ticket.number)}`}>
        {t("ticket.open")}
      </Anchor>
    </li>
  );
}
