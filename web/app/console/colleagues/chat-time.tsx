import { Button, Group, NumberInput, Popover, Stack, Text, VisuallyHidden } from "@mantine/core";
import { IconClock, IconClockPause, IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { useState } from "react";
import type { Consult } from "../../../../contract/consult.js";
import type { Request } from "../../../../contract/events.js";
import { useConsoleState, useConsoleTexts } from "../console-context.js";
import { useOutcome } from "../use-outcome.js";
import classes from "./colleagues.module.css";
import { useColleagues } from "./colleagues-context.js";
import { toHours } from "./colleagues-state.js";
import { useChatTime } from "./use-chat-time.js";

/** The one clock of the consult; its originator pauses it, resumes it and enters it by hand (S4-17 … S4-19). */
export function ChatTime({ consult }: { consult: Consult }) {
  const t = useConsoleTexts();
  const spentMs = useChatTime(consult);
  const meId = useConsoleState(({ me }) => me.id);
  const isRunning = consult.clock.runningSince !== undefined;
  const isMine = consult.originator.id === meId && consult.endedAt === undefined;
  const state = t(isRunning ? "time.running" : "time.paused");
  return (
    <Popover position="bottom-end" withArrow shadow="md" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={isRunning ? <IconClock size={16} /> : <IconClockPause size={16} />}
        >
          {t("consult.chat-time")}&nbsp;
          <span className={classes.time}>{toHours(spentMs, "seconds")}</span>
          <VisuallyHidden>, {state}</VisuallyHidden>
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("consult.chat-time")}>
        {isMine ? (
          <OwnTime consult={consult} spentMs={spentMs} />
        ) : (
          <Text size="sm" maw={240}>
            {t("time.saved-hint", { name: consult.originator.name })}
          </Text>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function OwnTime({ consult, spentMs }: { consult: Consult; spentMs: number }) {
  const t = useConsoleTexts();
  const { changeTime } = useColleagues();
  const tell = useOutcome();
  const [hours, setHours] = useState<number | string>(Math.floor(spentMs / 3_600_000));
  const [minutes, setMinutes] = useState<number | string>(Math.floor(spentMs / 60_000) % 60);
  const isRunning = consult.clock.runningSince !== undefined;
  const change = async (to: Request<"consult:time">["change"]): Promise<void> => {
    tell(await changeTime({ conversationId: consult.id, change: to }));
  };
  return (
    <Stack gap="sm" w={290}>
      <Button
        data-autofocus
        variant="light"
        leftSection={isRunning ? <IconPlayerPause size={16} /> : <IconPlayerPlay size={16} />}
        onClick={() => change({ kind: isRunning ? "pause" : "resume" })}
      >
        {t(isRunning ? "time.pause" : "time.resume")}
      </Button>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void change({ kind: "set", spentMs: (Number(hours) * 60 + Number(minutes)) * 60_000 });
        }}
      >
        <Text size="sm" fw={500} mb={4}>
          {t("time.by-hand")}
        </Text>
        <Group gap="xs" align="end" wrap="nowrap">
          <NumberInput
            label={t("time.hours")}
            min={0}
            max={700}
            value={hours}
            onChange={setHours}
            hideControls
          />
          <NumberInput
            label={t("time.minutes")}
            min={0}
            max={59}
            value={minutes}
            onChange={setMinutes}
            hideControls
          />
          <Button type="submit" variant="default" px="sm" style={{ flex: "none" }}>
            {t("time.set")}
          </Button>
        </Group>
      </form>
      <Text size="xs" c="dimmed">
        {t("time.own-hint")}
      </Text>
    </Stack>
  );
}
