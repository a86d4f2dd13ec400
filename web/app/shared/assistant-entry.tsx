import { Button, VisuallyHidden } from "@mantine/core";
import { IconRobot } from "@tabler/icons-react";
import { appTexts } from "../../texts/app.js";
import { useTexts } from "./desk.js";
import { openChat, useChat } from "./use-chat.js";
import { useChatStatus } from "./use-chat-status.js";

/** "Virtual assistant" at the top of the pages of those who work here (423, S2-29). */
export function AssistantEntry() {
  const t = useTexts(appTexts);
  const available = useChatStatus()?.assistantInside ?? false;
  useChat({ available, launcher: "hidden" });
  if (!available) return null;
  return (
    <Button
      variant="subtle"
      size="compact-md"
      px={8}
      flex="none"
      title={t("nav.assistant")}
      onClick={() => openChat()}
    >
      <IconRobot size={20} aria-hidden />
      <VisuallyHidden>{t("nav.assistant")}</VisuallyHidden>
    </Button>
  );
}
