import { ActionIcon, Alert, Badge, Button, Group, Paper, Skeleton, Table, Text, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconMailX, IconRefresh } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import type { Arrival, ArrivalState, MailboxView } from "../../../../contract/mail.js";
import { useDesk } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { useNow } from "../../shared/time.js";
import { toExact, toRelative } from "../../shared/time-format.js";
import type { Loaded } from "../../shared/use-loaded.js";
import { useMailTexts } from "./use-mail-texts.js";

const colors: Readonly<Record<ArrivalState, string>> = {
  waiting: "blue",
  asked: "blue",
  done: "green",
  ignored: "gray",
  aside: "red",
};

/** States that soon become others. */
const moving: readonly ArrivalState[] = ["waiting", "asked"];
/** A mail is taken within seconds. */
const lookAgainMs = 2000;

interface MailboxPartProps {
  readonly mailbox: Loaded<MailboxView>;
  readonly onReload: () => void;
}

/** How the mailbox is, and what became of the mails that came in; those set aside can be taken again. */
export function MailboxPart({ mailbox, onReload }: MailboxPartProps) {
  const t = useMailTexts();
  const isMoving =
    mailbox.status === "ready" && mailbox.value.items.some(({ state }) => moving.includes(state));
  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(onReload, lookAgainMs);
    return () => clearInterval(timer);
  }, [isMoving, onReload]);
  return (
    <Paper component="section" withBorder p="lg" radius="lg" aria-labelledby="mailbox-title">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4" id="mailbox-title">
          {t("in.title")}
        </Title>
        <ActionIcon variant="subtle" aria-label={t("in.reload")} title={t("in.reload")} onClick={onReload}>
          <IconRefresh size={18} />
        </ActionIcon>
      </Group>
      {mailbox.status === "loading" && <Skeleton h={80} aria-hidden />}
      {mailbox.status === "failed" && <LoadFailed message={mailbox.error.message} onRetry={onReload} />}
      {mailbox.status === "ready" && <Box view={mailbox.value} onChanged={onReload} />}
    </Paper>
  );
}

function Box({ view, onChanged }: { view: MailboxView; onChanged: () => void }) {
  const t = useMailTexts();
  const now = useNow();
  const { state, reason, address, lookedAt, lastArrivedAt, aside, items } = view;
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t(`in.state.${state}`)}
        {address !== undefined && ` · ${t("in.address", { address })}`}
        {lookedAt !== undefined && ` · ${t("in.looked", { when: toRelative(lookedAt, now, t.locale) })}`}
        {lastArrivedAt !== undefined &&
          ` · ${t("in.last", { when: toRelative(lastArrivedAt, now, t.locale) })}`}
      </Text>
      {state === "away" && (
        <Alert color="red" icon={<IconMailX />} title={t("in.away")} mb="sm">
          {reason ?? t("in.away.text")}
        </Alert>
      )}
      {aside > 0 && (
        <Alert color="yellow" title={t("in.aside", { count: String(aside) })} mb="sm">
          {t("in.aside.text")}
        </Alert>
      )}
      {items.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t("in.none")}
        </Text>
      ) : (
        <ArrivalTable items={items} onChanged={onChanged} />
      )}
    </>
  );
}

function ArrivalTable({ items, onChanged }: { items: readonly Arrival[]; onChanged: () => void }) {
  const t = useMailTexts();
  return (
    <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("mails.when")}</Table.Th>
            <Table.Th>{t("in.from")}</Table.Th>
            <Table.Th>{t("mails.subject")}</Table.Th>
            <Table.Th>{t("mails.state")}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <ArrivalRow key={item.id} arrival={item} onChanged={onChanged} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function ArrivalRow({ arrival, onChanged }: { arrival: Arrival; onChanged: () => void }) {
  const t = useMailTexts();
  const now = useNow();
  const { from, subject, state, reason, detail, isProven, arrivedAt } = arrival;
  return (
    <Table.Tr>
      <Table.Td title={toExact(arrivedAt, t.locale)} style={{ whiteSpace: "nowrap" }}>
        {toRelative(arrivedAt, now, t.locale)}
      </Table.Td>
      <Table.Td>
        {from === "" ? t("in.nobody") : from}
        {isProven !== undefined && (
          <Text size="xs" c={isProven ? "dimmed" : "var(--mantine-color-error)"}>
            {t(isProven ? "in.proven" : "in.unproven")}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{subject === "" ? t("in.no-subject") : subject}</Table.Td>
      <Table.Td>
        <Badge variant="light" color={colors[state]} tt="none" fw={500}>
          {t(`in.is.${state}`)}
        </Badge>
        {reason !== undefined && (
          <Text size="xs" c="dimmed" mt={2}>
            {t(`in.reason.${reason}`)}
            {detail !== undefined && ` ${detail}`}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Verbs arrival={arrival} onChanged={onChanged} />
      </Table.Td>
    </Table.Tr>
  );
}

function Verbs({ arrival: { id, state, mayRetry }, onChanged }: { arrival: Arrival; onChanged: () => void }) {
  const t = useMailTexts();
  const { api } = useDesk();
  const [isBusy, setBusy] = useState(false);
  const run = async (verb: () => Promise<void>, done: string): Promise<void> => {
    setBusy(true);
    try {
      await verb();
      notifications.show({ message: done });
    } catch (error) {
      notifications.show({ color: "red", message: error instanceof Error ? error.message : String(error) });
    } finally {
      setBusy(false);
      onChanged();
    }
  };
  return (
    <Group gap="xs" wrap="nowrap" justify="flex-end">
      {mayRetry && (
        <Button
          size="compact-sm"
          variant="light"
          disabled={isBusy}
          onClick={() => run(() => api.retryArrival(id), t("in.retried"))}
        >
          {t("in.retry")}
        </Button>
      )}
      {state === "aside" && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          disabled={isBusy}
          onClick={() => run(() => api.dismissArrival(id), t("in.dismissed"))}
        >
          {t("in.dismiss")}
        </Button>
      )}
    </Group>
  );
}
