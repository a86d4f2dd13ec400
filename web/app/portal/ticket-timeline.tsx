import { Skeleton, Text, Timeline } from "@mantine/core";
import {
  IconArrowsDoubleNeSw,
  IconArrowsExchange,
  IconHeadset,
  IconMessage,
  IconNote,
  IconPencil,
  IconProgress,
  IconTicket,
  IconUser,
  IconUsers,
} from "@tabler/icons-react";
import { useCallback } from "react";
import type { TimelineEntry } from "../../../contract/ticket.js";
import { useDesk, useMe } from "../shared/desk.js";
import { FileList } from "../shared/files/file-view.js";
import { LoadFailed } from "../shared/load-failed.js";
import { RelativeTime } from "../shared/time.js";
import { useLoaded } from "../shared/use-loaded.js";
import classes from "./portal.module.css";
import { usePortalTexts } from "./use-portal-texts.js";

const icons: Readonly<Record<TimelineEntry["kind"], typeof IconTicket>> = {
  opened: IconTicket,
  state: IconProgress,
  assigned: IconUser,
  group: IconArrowsExchange,
  note: IconNote,
  memo: IconNote,
  edited: IconPencil,
  consult: IconUsers,
  message: IconMessage,
  attendance: IconHeadset,
  overflowed: IconArrowsExchange,
  elsewhere: IconArrowsDoubleNeSw,
};

/** Events and the talk in one order; read again whenever the ticket changed. */
export function TicketTimeline({ number, version }: { number: string; version: number }) {
  const t = usePortalTexts();
  const { api } = useDesk();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the ticket is a reason to read it again.
  const load = useCallback(async () => (await api.readTimeline(number)).items, [api, number, version]);
  const [entries, reload] = useLoaded(load);

  if (entries.status === "loading") return <Skeleton height={120} />;
  if (entries.status === "failed") return <LoadFailed onRetry={reload} />;
  if (entries.value.length === 0) return <Text c="dimmed">{t("ticket.empty")}</Text>;
  return (
    <Timeline bulletSize={26} lineWidth={2}>
      {entries.value.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </Timeline>
  );
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const t = usePortalTexts();
  const Icon = icons[entry.kind];
  const me = useMe();
  const who = entry.actor.id === me.id ? t("ticket.you") : nameOf(entry.actor, t);
  return (
    <Timeline.Item
      bullet={<Icon size={14} aria-hidden />}
      title={
        <Text size="sm" fw={600}>
          {who}
        </Text>
      }
    >
      <Text size="sm" className={classes.words}>
        {entry.text}
      </Text>
      <FileList files={entry.files} />
      <Text size="xs" c="dimmed" component="div">
        <RelativeTime at={entry.at} />
      </Text>
    </Timeline.Item>
  );
}

function nameOf({ kind, name }: TimelineEntry["actor"], t: ReturnType<typeof usePortalTexts>): string {
  if (kind === "assistant") return t("ticket.assistant");
  return kind === "system" ? t("ticket.system") : name;
}
