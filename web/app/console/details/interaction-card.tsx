import { Button, Group, Select, Skeleton, Stack, Text } from "@mantine/core";
import { IconFileText, IconPlus } from "@tabler/icons-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import type { Attendance } from "../../../../contract/attendance.js";
import type { Interaction } from "../../../../contract/interaction.js";
import { newId } from "../../../chat/new-id.js";
import { InteractionForm } from "../../records/interaction-form.js";
import classes from "../../records/records.module.css";
import { useRecordsTexts } from "../../records/use-records-texts.js";
import { useDesk, useLocale } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { Card } from "./card.js";

export interface InteractionCardProps {
  readonly attendanceId: string;
  /** The interaction is there once somebody has accepted (S1-11, S1-15). */
  readonly phase: Attendance["phase"];
}

/** The interaction of the talk, editable while one talks (S1-12); further ones can be opened (S1-35). */
export function InteractionCard({ attendanceId, phase }: InteractionCardProps) {
  const t = useRecordsTexts();
  const { api } = useDesk();
  const locale = useLocale();
  const load = useCallback(
    () => api.records.readChatRequest(attendanceId, locale),
    [api, attendanceId, locale],
  );
  const [request, reload] = useLoaded(load);
  const shown = useRef(phase);
  useEffect(() => {
    if (shown.current === phase) return;
    shown.current = phase;
    reload();
  }, [phase, reload]);
  return (
    <Card name="interaction" title={t("interaction.card")} icon={<IconFileText size={17} aria-hidden />}>
      {request.status === "loading" && <Skeleton h={180} />}
      {request.status === "failed" && <LoadFailed message={request.error.message} onRetry={reload} />}
      {request.status === "ready" && (
        <Related attendanceId={attendanceId} items={request.value.related} onChanged={reload} />
      )}
    </Card>
  );
}

interface RelatedProps {
  readonly attendanceId: string;
  readonly items: readonly Interaction[];
  readonly onChanged: () => void;
}

function Related({ attendanceId, items, onChanged }: RelatedProps) {
  const t = useRecordsTexts();
  const { api } = useDesk();
  const [chosen, setChosen] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);
  const shown = items.find(({ number }) => number === chosen) ?? items[0];
  if (!shown) {
    return (
      <Text size="sm" c="dimmed">
        {t("interaction.none")}
      </Text>
    );
  }
  const add = async (): Promise<void> => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const { number } = await api.records.addInteraction({ attendanceId, requestId: newId() });
      setChosen(number);
      onChanged();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  };
  return (
    <Stack gap="sm">
      {items.length > 1 ? (
        <Select
          label={t("interaction.which")}
          allowDeselect={false}
          data={items.map(({ number, title }) => ({ value: number, label: `${number} · ${title}` }))}
          value={shown.number}
          onChange={setChosen}
        />
      ) : null}
      <Group justify="space-between">
        <Link className={classes.link} href={`/agent/records/interactions/${shown.number}`}>
          {t("interaction.title", { number: shown.number })}
        </Link>
        <Link className={classes.link} href={`/agent/records/chat/${attendanceId}`}>
          {t("tab.related")}
        </Link>
      </Group>
      <InteractionForm key={shown.id} interaction={shown} cols={1} onSaved={onChanged} />
      {refusal && (
        <Text size="sm" c="red" role="alert">
          {refusal}
        </Text>
      )}
      <Button
        variant="default"
        size="xs"
        loading={busy}
        leftSection={<IconPlus size={14} />}
        onClick={() => void add()}
      >
        {t("interaction.add")}
      </Button>
    </Stack>
  );
}
