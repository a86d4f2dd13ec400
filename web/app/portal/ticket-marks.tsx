import { Badge, Group, type MantineColor, Text } from "@mantine/core";
import type { Ticket, TicketState } from "../../../contract/ticket.js";
import classes from "./portal.module.css";
import { usePortalTexts } from "./use-portal-texts.js";

const colors: Readonly<Record<TicketState, MantineColor>> = {
  open: "indigo",
  "in-progress": "blue",
  dispatched: "blue",
  "pending-customer": "orange",
  "pending-approval": "yellow",
  resolved: "green",
  closed: "gray",
  canceled: "gray",
};

export function StateBadge({ state }: { state: TicketState }) {
  const t = usePortalTexts();
  return (
    <Badge variant="dot" color={colors[state]} tt="none" fw={500} style={{ flex: "none" }}>
      {t(`state.${state}`)}
    </Badge>
  );
}

/** Hollow while an attendant is awaited, filled while one is there (S2-17). */
export function AttendanceBall({ ticket: { attendance } }: { ticket: Ticket }) {
  const t = usePortalTexts();
  if (!attendance) return null;
  const filled = attendance.agentId !== undefined;
  return (
    <Group gap={6} wrap="nowrap">
      <span className={classes.ball} data-filled={filled || undefined} />
      <Text size="xs" c="dimmed">
        {t(filled ? "tickets.talking" : "tickets.waiting")}
      </Text>
    </Group>
  );
}
