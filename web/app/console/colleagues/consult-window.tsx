import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { IconDoorExit, IconUserPlus, IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import type { Consult } from "../../../../contract/consult.js";
import { useConsoleState, useConsoleTexts } from "../console-context.js";
import talk from "../talk/talk.module.css";
import { ChatTime } from "./chat-time.js";
import classes from "./colleagues.module.css";
import { toHours } from "./colleagues-state.js";
import { Connections } from "./connections.js";
import { nameConsult } from "./consult-name.js";
import { DialogBox } from "./dialog-box.js";
import { useInvite } from "./invite-context.js";
import { TextEntry } from "./text-entry.js";
import { useChatTime } from "./use-chat-time.js";
import { useLeaveConsult } from "./use-leave-consult.js";

/** The window of a consult with its four areas (S4-11). */
export function ConsultWindow({ consult }: { consult: Consult }) {
  const t = useConsoleTexts();
  const meId = useConsoleState(({ me }) => me.id);
  const [chosenId, setChosenId] = useState<string>();
  return (
    <>
      <header className={talk.head}>
        <IconUsers size={22} aria-hidden />
        <Text component="h2" fw={650} size="md" truncate m={0} flex={1} miw={0}>
          {nameConsult(consult, meId, t)}
        </Text>
        {consult.ticketNumber && (
          <Text size="sm" c="dimmed">
            {t("talk.ticket", { number: consult.ticketNumber })}
          </Text>
        )}
      </header>
      <div className={classes.top}>
        <Connections consult={consult} chosenId={chosenId} onChoose={setChosenId} />
        <Options consult={consult} />
      </div>
      <DialogBox conversationId={consult.id} />
      <TextEntry consult={consult} chosenId={chosenId} />
    </>
  );
}

/** Exactly three (S4-13). */
function Options({ consult }: { consult: Consult }) {
  const t = useConsoleTexts();
  const invite = useInvite();
  const { leave, question, settle } = useLeaveConsult(consult);
  if (consult.endedAt !== undefined || consult.mine !== "joined") return null;
  return (
    <Group gap={6} role="group" aria-label={t("consult.options")}>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconUserPlus size={16} />}
        onClick={() => invite({ kind: "more", consult })}
      >
        {t("consult.invite")}
      </Button>
      <Button variant="default" size="xs" leftSection={<IconDoorExit size={16} />} onClick={leave}>
        {t("consult.leave")}
      </Button>
      <ChatTime consult={consult} />
      <EndQuestion consult={consult} opened={question} onSettle={settle} />
    </Group>
  );
}

interface EndQuestionProps {
  readonly consult: Consult;
  readonly opened: boolean;
  readonly onSettle: (answer: "end" | "stay") => void;
}

/** The originator is told that it ends for all, and what is saved. */
export function EndQuestion({ consult, opened, onSettle }: EndQuestionProps) {
  const t = useConsoleTexts();
  const time = toHours(useChatTime(consult));
  const number = consult.ticketNumber;
  return (
    <Modal
      opened={opened}
      onClose={() => onSettle("stay")}
      title={t("consult.leave-title")}
      closeButtonProps={{ "aria-label": t("dialog.close") }}
    >
      <Stack>
        <Text size="sm">{t("consult.leave-text")}</Text>
        <Text size="sm">{number ? t("consult.leave-saved", { time, number }) : t("consult.leave-kept")}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => onSettle("stay")}>
            {t("dialog.cancel")}
          </Button>
          <Button color="red" data-autofocus onClick={() => onSettle("end")}>
            {t("consult.leave-confirm")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
