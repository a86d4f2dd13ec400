import { Anchor, Badge, Button, Group, Paper, Stack, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { IconMessageCircle } from "@tabler/icons-react";
import { useCallback, useState } from "react";
import { Link } from "wouter";
import type { Ticket } from "../../../contract/ticket.js";
import { SocialLinks } from "../console/colleagues/social.js";
import { TicketTimeline } from "../portal/ticket-timeline.js";
import { useDesk, useLocale } from "../shared/desk.js";
import { ElsewhereLink } from "../shared/elsewhere-link.js";
import { TicketTags } from "../shared/tags/ticket-tags.js";
import { RelativeTime } from "../shared/time.js";
import { RecordFacts } from "./facts.js";
import { priorityColors } from "./marks.js";
import { NoteForm } from "./note-form.js";
import { RecordLoader } from "./record-loader.js";
import { ServiceLevelFacts } from "./service-level.js";
import { StaffTicketForm } from "./staff-ticket-form.js";
import { useRecordsTexts } from "./use-records-texts.js";

/** `/agent/tickets/:number`: where a ticket is worked on (S2-55). */
export function StaffTicketPage({ number }: { number: string }) {
  const t = useRecordsTexts();
  const { api } = useDesk();
  const locale = useLocale();
  // biome-ignore lint/correctness/useExhaustiveDependencies: names come in the reader's language.
  const load = useCallback(() => api.readTicket(number), [api, number, locale]);
  useDocumentTitle(t("ticket.title", { number }));
  return (
    <RecordLoader load={load}>
      {(ticket, reload) => <Whole ticket={ticket} onChanged={reload} />}
    </RecordLoader>
  );
}

function Whole({ ticket, onChanged }: { ticket: Ticket; onChanged: () => void }) {
  const t = useRecordsTexts();
  // A private memo leaves no trace on the ticket itself, which its requester could see.
  const [notes, setNotes] = useState(0);
  const { activity, requester, service, kind, conversationId, createdAt, elsewhere } = ticket;
  return (
    <Stack>
      <Anchor component={Link} href="/agent/records" size="sm">
        {t("title")}
      </Anchor>
      <Group justify="space-between">
        <Group gap="sm">
          <Title order={1} size="h3">
            {t("ticket.title", { number: ticket.number })}
          </Title>
          <Badge variant="dot" tt="none">
            {t(`state.${ticket.state}`)}
          </Badge>
          <Badge variant="dot" tt="none" color={priorityColors[ticket.priority]}>
            {t(`priority.${ticket.priority}`)}
          </Badge>
        </Group>
        <Group gap="sm">
          <SocialLinks number={ticket.number} aboutId={conversationId} />
          {conversationId && (
            <Button
              component={Link}
              href={`/agent?talk=${conversationId}`}
              leftSection={<IconMessageCircle size={18} />}
            >
              {t("live-chat")}
            </Button>
          )}
        </Group>
      </Group>
      <Paper withBorder p="md" radius="md">
        <RecordFacts
          cols={5}
          items={[
            { label: t("field.requester"), value: requester.name },
            { label: t("field.activity"), value: activity.name },
            { label: t("field.service"), value: service?.name },
            { label: t("field.kind"), value: t(`kind.${kind}`) },
            { label: t("field.opened"), value: <RelativeTime at={createdAt} /> },
            {
              label: t("field.elsewhere", { desk: elsewhere?.desk ?? "" }),
              value: elsewhere && <ElsewhereLink {...elsewhere} />,
            },
          ]}
        />
      </Paper>
      <Paper withBorder p="md" radius="md" component="section" aria-label={t("level.title")}>
        <Title order={2} size="h5" mb="xs">
          {t("level.title")}
        </Title>
        <ServiceLevelFacts level={ticket.serviceLevel} cols={4} />
      </Paper>
      <Paper withBorder p="md" radius="md">
        <StaffTicketForm ticket={ticket} onSaved={onChanged} />
      </Paper>
      <Paper withBorder p="md" radius="md">
        <TicketTags number={ticket.number} />
      </Paper>
      <Paper withBorder p="md" radius="md">
        <NoteForm
          number={ticket.number}
          onAdded={() => {
            setNotes(notes + 1);
            onChanged();
          }}
        />
      </Paper>
      <Stack component="section" gap="sm">
        <Title order={2} size="h5">
          {t("ticket.timeline")}
        </Title>
        <TicketTimeline number={ticket.number} version={ticket.version + notes} />
      </Stack>
    </Stack>
  );
}
