import { Alert, Button, Group, Paper, Progress, Stack, Text } from "@mantine/core";
import { IconArrowBackUp, IconBellRinging, IconPlayerPause } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import type { Attendance } from "../../../../contract/attendance.js";
import { PersonAvatar } from "../../shared/person-avatar.js";
import { useNow } from "../../shared/time.js";
import { toDuration } from "../../shared/time-format.js";
import { useConsole, useConsoleState, useConsoleTexts } from "../console-context.js";
import { useOutcome } from "../use-outcome.js";
import { ContextPreview } from "./context-preview.js";

/** What this agent is asked to take, above everything else, whatever tab is shown. */
export function OfferCards() {
  const offers = useConsoleState((state) => state.offers);
  const attendances = useConsoleState((state) => state.attendances);
  return (
    <Stack gap="xs" px="sm" pt={offers.size > 0 ? "sm" : 0}>
      <PauseNote />
      {[...offers].map(([id, until]) => {
        const attendance = attendances.get(id);
        return attendance && <OfferCard key={id} attendance={attendance} until={until} />;
      })}
    </Stack>
  );
}

function OfferCard({ attendance, until }: { attendance: Attendance; until: number }) {
  const t = useConsoleTexts();
  const { accept, decline, letPass } = useConsole();
  const tell = useOutcome();
  const busy = useConsoleState((state) => state.accepting.has(attendance.id));
  const [startedAt] = useState(() => Date.now());
  const now = useNow();
  const leftMs = Math.max(until - now, 0);
  const { requester, question, context } = attendance;
  useEffect(() => {
    if (leftMs === 0) letPass(attendance.id);
  }, [leftMs, letPass, attendance.id]);
  return (
    <Paper
      component="section"
      withBorder
      radius="md"
      p="sm"
      shadow="md"
      aria-label={t("offer.of", { name: requester.name })}
    >
      <Stack gap={8}>
        <Group gap={8} wrap="nowrap" role="status">
          <IconBellRinging size={17} aria-hidden />
          <Text size="sm" fw={600} flex={1}>
            {t("offer.title")}
          </Text>
          <Text size="sm" ff="monospace" aria-hidden>
            {toDuration(leftMs)}
          </Text>
        </Group>
        <Progress
          value={(100 * leftMs) / Math.max(until - startedAt, 1)}
          size="xs"
          aria-label={t("offer.left")}
        />
        <Group gap={8} wrap="nowrap" align="flex-start">
          <PersonAvatar name={requester.name} photoUrl={requester.photoUrl} size={32} />
          <Stack gap={2} flex={1} miw={0}>
            <Text size="sm" fw={600} truncate>
              {requester.name}
            </Text>
            {context ? <ContextPreview context={context} /> : <Text size="sm">{question}</Text>}
          </Stack>
        </Group>
        <Group gap="xs" grow>
          <Button size="compact-md" loading={busy} onClick={async () => tell(await accept(attendance.id))}>
            {t("queue.accept")}
          </Button>
          <Button
            size="compact-md"
            variant="default"
            onClick={async () => tell(await decline(attendance.id))}
          >
            {t("offer.decline")}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

/**
 * Why nothing is offered any more, or what became of talks that were left lying where agents pick, and how to change it:
 * the status itself is never changed by the desk.
 */
function PauseNote() {
  const t = useConsoleTexts();
  const { setAvailability } = useConsole();
  const pause = useConsoleState((state) => state.pause);
  const now = useNow();
  if (pause === undefined || pause.until <= now) return null;
  const isOffered = pause.giving === "push";
  return (
    <Alert
      mt="sm"
      color="yellow"
      // The colour of its own title is too light to be read.
      styles={{ title: { color: "var(--desk-warning-text)" } }}
      icon={isOffered ? <IconPlayerPause size={17} /> : <IconArrowBackUp size={17} />}
      title={t(isOffered ? "offer.paused" : "offer.silent")}
    >
      <Stack gap="xs">
        {isOffered ? t("offer.paused.text", { time: toDuration(pause.until - now) }) : t("offer.silent.text")}
        <Group gap="xs" grow>
          <Button size="compact-sm" variant="default" onClick={() => void setAvailability("available")}>
            {t("offer.resume")}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => void setAvailability("away")}>
            {t("offer.away")}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
