import { ActionIcon, Badge, Group, Paper, Skeleton, Table, Text, Title } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import type { Mail, MailState } from "../../../../contract/mail.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { useNow } from "../../shared/time.js";
import { toExact, toRelative } from "../../shared/time-format.js";
import type { Loaded } from "../../shared/use-loaded.js";
import { useMailTexts } from "./use-mail-texts.js";

const colors: Readonly<Record<MailState, string>> = {
  sent: "green",
  waiting: "blue",
  failed: "red",
  "not-configured": "gray",
  dropped: "gray",
};

interface MailLogProps {
  readonly mails: Loaded<{ readonly items: readonly Mail[] }>;
  readonly onReload: () => void;
}

/** The newest e-mails and what became of each; what they say is not shown. */
export function MailLog({ mails, onReload }: MailLogProps) {
  const t = useMailTexts();
  return (
    <Paper component="section" withBorder p="lg" radius="lg" aria-labelledby="mails-title">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4" id="mails-title">
          {t("mails.title")}
        </Title>
        <ActionIcon
          variant="subtle"
          aria-label={t("mails.reload")}
          title={t("mails.reload")}
          onClick={onReload}
        >
          <IconRefresh size={18} />
        </ActionIcon>
      </Group>
      {mails.status === "loading" && <Skeleton h={80} aria-hidden />}
      {mails.status === "failed" && <LoadFailed message={mails.error.message} onRetry={onReload} />}
      {mails.status === "ready" && <MailTable items={mails.value.items} />}
    </Paper>
  );
}

function MailTable({ items }: { items: readonly Mail[] }) {
  const t = useMailTexts();
  if (items.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t("mails.none")}
      </Text>
    );
  }
  return (
    <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("mails.when")}</Table.Th>
            <Table.Th>{t("mails.to")}</Table.Th>
            <Table.Th>{t("mails.subject")}</Table.Th>
            <Table.Th>{t("mails.state")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((mail) => (
            <MailRow key={mail.id} mail={mail} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function MailRow({ mail: { kind, to, subject, state, reason, createdAt, sentAt } }: { mail: Mail }) {
  const t = useMailTexts();
  const now = useNow();
  const at = sentAt ?? createdAt;
  // The reason of these states is their name.
  const why = state === "waiting" || state === "failed" ? reason : undefined;
  return (
    <Table.Tr>
      <Table.Td title={toExact(at, t.locale)} style={{ whiteSpace: "nowrap" }}>
        {toRelative(at, now, t.locale)}
      </Table.Td>
      <Table.Td>{to}</Table.Td>
      <Table.Td>
        {subject}
        <Text size="xs" c="dimmed">
          {t(`kind.${kind}`)}
        </Text>
      </Table.Td>
      <Table.Td>
        <Badge variant="light" color={colors[state]} tt="none" fw={500}>
          {t(`state.${state}`)}
        </Badge>
        {why && (
          <Text size="xs" c="dimmed" mt={2}>
            {why}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
