import { ActionIcon, Indicator } from "@mantine/core";
import { IconMessages } from "@tabler/icons-react";
import { useConsole, useConsoleTexts } from "../console-context.js";
import { useUnreadTotal } from "../talk/use-unread.js";

/** The chat's icon, with an exclamation mark while a requester's words are unread (S2-47). */
export function AttendancesMark() {
  const t = useConsoleTexts();
  const { showWork } = useConsole();
  const unread = useUnreadTotal();
  const label = unread > 0 ? t.count("attendances.unread", unread) : t("attendances.show");
  return (
    <Indicator disabled={unread === 0} label="!" size={16} color="red" offset={6}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={label}
        title={label}
        onClick={() => showWork("mine")}
      >
        <IconMessages size={20} />
      </ActionIcon>
    </Indicator>
  );
}
