import { Button, Modal, Stack, Text } from "@mantine/core";
import { useRecordsTexts } from "../../records/use-records-texts.js";
import { useConsole, useConsoleState } from "../console-context.js";
import { useOutcome } from "../use-outcome.js";

/** Asks for which of the agent's groups a talk is taken, where several could (S0-25). */
export function ChooseGroupDialog() {
  const t = useRecordsTexts();
  const tell = useOutcome();
  const { accept, stopChoosing } = useConsole();
  const choosing = useConsoleState((state) => state.choosing);
  const take = async (attendanceId: string, groupId: string): Promise<void> => {
    stopChoosing();
    tell(await accept(attendanceId, groupId));
  };
  return (
    <Modal
      opened={choosing !== undefined}
      onClose={stopChoosing}
      title={t("accept.choose.title")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <Stack>
        <Text size="sm">{t("accept.choose.text")}</Text>
        {choosing?.groups.map(({ id, name }, at) => (
          <Button
            key={id}
            variant="default"
            data-autofocus={at === 0 || undefined}
            onClick={() => void take(choosing.attendanceId, id)}
          >
            {name}
          </Button>
        ))}
      </Stack>
    </Modal>
  );
}
