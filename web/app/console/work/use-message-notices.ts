import { notifications } from "@mantine/notifications";
import { useEffect } from "react";
import { useConsole, useConsoleTexts } from "../console-context.js";
import { listHeld } from "../state/console-state.js";
import { wordsOf } from "../talk/last-words.js";
import { useConsoleSettings } from "../use-console-settings.js";

const shownChars = 140;

/** Tells the person responsible when a requester writes in a talk that is not before them (300). */
export function useMessageNotices(): void {
  const t = useConsoleTexts();
  const { client, store, show } = useConsole();
  const { messageNotices } = useConsoleSettings();
  useEffect(() => {
    if (!messageNotices) return undefined;
    return client.on("message:posted", ({ message }) => {
      const { conversationId, sender } = message;
      const state = store.getState();
      const isHeld = listHeld(state).some((held) => held.conversationId === conversationId);
      const isSeen = state.activeId === conversationId && document.visibilityState === "visible";
      if (sender.kind !== "requester" || !isHeld || isSeen) return;
      notifications.show({
        id: `message:${conversationId}`,
        title: t("message.notice", { name: sender.name }),
        message: wordsOf(message).slice(0, shownChars),
        closeButtonProps: { "aria-label": t("dialog.close") },
        onClick: () => show(conversationId),
        style: { cursor: "pointer" },
      });
    });
  }, [messageNotices, client, store, show, t]);
}
