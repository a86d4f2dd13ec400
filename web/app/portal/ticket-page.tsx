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
import { toExact } from "../shared/time-format.js";
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
    return <ProblemPage kind="not-found" part />;
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
            {!over.includes(ticket.state) && (
              <Button
                leftSection={<IconMessageCircle size={18} />}
                disabled={ticket.chat !== "open"}
                aria-describedby="why-chat"
                onClick={() => openChat({ resume: ticket.number })}
              >
                {t("ticket.resume")}
              </Button>
            )}
          </Group>
        </Group>
        {!over.includes(ticket.state) && (
          <Text id="why-chat" size="sm" c="dimmed">
            {whyChat(ticket, t)}
          </Text>
        )}
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

/** Plainly, without the words of the agreements (S3-2 … S3-9, S0-23). */
function whyChat({ chat, serviceLevel }: Ticket, t: ReturnType<typeof usePortalTexts>): string {
  if (chat === "not-by-chat") return t("chat.not-by-chat");
  if (chat === "no-agreement") return t("chat.no-agreement");
  const agreement = serviceLevel?.chat.agreement;
  return agreement === undefined ? t("chat.open") : t("chat.open.agreement", { agreement });
}

function Facts({ ticket }: { ticket: Ticket }) {
  const t = usePortalTexts();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
      <Fact label={t("ticket.kind")}>{t(`kind.${ticket.kind}`)}</Fact>
      <Fact label={t("ticket.opened")}>
        <RelativeTime at={ticket.createdAt} />
      </Fact>
      <Fact label={t("ticket.priority")}>{t(`priority.${ticket.priority}`)}</Fact>
      {ticket.serviceLevel?.response && ticket.serviceLevel.response.doneAt === undefined && (
        <Fact label={t("ticket.answer-by")}>{toExact(ticket.serviceLevel.response.dueAt, t.locale)}</Fact>
      )}
      {ticket.serviceLevel?.resolution && ticket.serviceLevel.resolution.doneAt === undefined && (
        <Fact label={t("ticket.solve-by")}>{toExact(ticket.serviceLevel.resolution.dueAt, t.locale)}</Fact>
      )}
      {ticket.group && <Fact label={t("ticket.group")}>{ticket.group.name}</Fact>}
      {ticket.elsewhere && (
        <Fact label={t("ticket.elsewhere", { desk: ticket.elsewhere.desk })}>{ticket.elsewhere.number}</Fact>
      )}
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
