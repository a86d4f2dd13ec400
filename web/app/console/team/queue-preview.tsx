import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { PersonAvatar } from "../../shared/person-avatar.js";
import { useConsole, useConsoleState, useConsoleTexts } from "../console-context.js";
import { listWaiting } from "../state/console-state.js";
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
  const shown = waiting[at] ?? waiting[0];
  const place = shown ? waiting.indexOf(shown) : 0;
  const go = (step: number): void => {
    const next = waiting[place + step];
    if (next) onShow(next.id);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={shown ? t("preview.title", { at: place + 1, count: waiting.length }) : t("wall.queue")}
      closeButtonProps={{ "aria-label": texts("dialog.close") }}
      onKeyDown={(event) => {
        if (event.key === "ArrowLeft") go(-1);
        if (event.key === "ArrowRight") go(1);
      }}
    >
      {!shown && <Text c="dimmed">{t("preview.gone")}</Text>}
      {shown && (
        <Stack>
          <Group wrap="nowrap" gap={10}>
            <PersonAvatar name={shown.requester.name} photoUrl={shown.requester.photoUrl} size={40} />
            <div style={{ flex: 1, minWidth: 0 }}>
              <Text fw={600} truncate>
                {shown.requester.name}
              </Text>
              <WaitingTime since={shown.waitingSince} />
            </div>
          </Group>
          {shown.context ? (
            <ContextPreview context={shown.context} />
          ) : (
            <Text size="sm">{shown.question}</Text>
          )}
          <Group justify="space-between">
            <Group gap={6}>
              <Button
                variant="default"
                leftSection={<IconChevronLeft size={16} />}
                disabled={place === 0}
                onClick={() => go(-1)}
              >
                {t("preview.previous")}
              </Button>
              <Button
                variant="default"
                rightSection={<IconChevronRight size={16} />}
                disabled={place >= waiting.length - 1}
                onClick={() => go(1)}
              >
                {t("preview.next")}
              </Button>
            </Group>
            <Button
              loading={state.accepting.has(shown.id)}
              onClick={async () => {
                if (tell(await accept(shown.id))) onClose();
              }}
            >
              {texts("queue.accept")}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
