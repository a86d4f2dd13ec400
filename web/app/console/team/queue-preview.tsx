import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useRef } from "react";
import type { Attendance } from "../../../../contract/attendance.js";
import { PersonAvatar } from "../../shared/person-avatar.js";
import { useConsole, useConsoleState, useConsoleTexts } from "../console-context.js";
import { listWaiting, mayAccept } from "../state/console-state.js";
import { useOutcome } from "../use-outcome.js";
import { ContextPreview } from "../work/context-preview.js";
import { WaitingTime } from "../work/waiting-time.js";
import { useTeamTexts } from "./team-context.js";

interface QueuePreviewProps {
  readonly attendanceId: string;
  readonly onShow: (attendanceId: string) => void;
  readonly onClose: () => void;
}

/** One who waits, whole, with the one before and the one after (S1-7). The arrow keys go through them too. */
export function QueuePreview({ attendanceId, onShow, onClose }: QueuePreviewProps) {
  const t = useTeamTexts();
  const texts = useConsoleTexts();
  const tell = useOutcome();
  const { accept } = useConsole();
  const state = useConsoleState((current) => current);
  const waiting = listWaiting(state, state.shownGroupId);
  const at = waiting.findIndex(({ id }) => id === attendanceId);
  const shown = waiting[at];
  // Whoever is gone leaves their place to the next one; nobody else is put before the eyes, or under the hand, unasked.
  const lastPlace = useRef(0);
  if (shown) lastPlace.current = at;
  const [before, after] = shown
    ? [waiting[at - 1], waiting[at + 1]]
    : [waiting[lastPlace.current - 1], waiting[lastPlace.current]];
  const show = (next: Attendance | undefined): void => {
    if (next) onShow(next.id);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={shown ? t("preview.title", { at: at + 1, count: waiting.length }) : t("wall.queue")}
      closeButtonProps={{ "aria-label": texts("dialog.close") }}
      onKeyDown={(event) => {
        if (event.key === "ArrowLeft") show(before);
        if (event.key === "ArrowRight") show(after);
      }}
    >
      <Stack>
        {shown ? <Waiting attendance={shown} /> : <Text c="dimmed">{t("preview.gone")}</Text>}
        <Group justify="space-between">
          <Group gap={6}>
            <Button
              variant="default"
              leftSection={<IconChevronLeft size={16} />}
              disabled={!before}
              onClick={() => show(before)}
            >
              {t("preview.previous")}
            </Button>
            <Button
              variant="default"
              rightSection={<IconChevronRight size={16} />}
              disabled={!after}
              onClick={() => show(after)}
            >
              {t("preview.next")}
            </Button>
          </Group>
          {shown && !mayAccept(state, shown) && (
            <Text size="sm" c="dimmed" title={texts("queue.offered.hint")}>
              {texts("queue.offered")}
            </Text>
          )}
          {shown && mayAccept(state, shown) && (
            <Button
              loading={state.accepting.has(shown.id)}
              onClick={async () => {
                if (tell(await accept(shown.id))) onClose();
              }}
            >
              {texts("queue.accept")}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function Waiting({ attendance }: { attendance: Attendance }) {
  const { requester, waitingSince, context, question } = attendance;
  return (
    <>
      <Group wrap="nowrap" gap={10}>
        <PersonAvatar name={requester.name} photoUrl={requester.photoUrl} size={40} />
        <div style={{ flex: 1, minWidth: 0 }}>
          <Text fw={600} truncate>
            {requester.name}
          </Text>
          <WaitingTime since={waitingSince} />
        </div>
      </Group>
      {context ? <ContextPreview context={context} /> : <Text size="sm">{question}</Text>}
    </>
  );
}
