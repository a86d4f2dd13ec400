import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useEffect } from "react";
import { canNotify, consentKey } from "../../notify/consent.js";
import { useTicketMessages } from "../../notify/use-ticket-messages.js";
import { useConsole, useConsoleState } from "../console-context.js";
import { useTeamTexts } from "./team-context.js";

/** What colleagues and the desk tell this agent: named in a note, a talk taken back, a new request, a clicked notification. */
export function useTold(): void {
  const t = useTeamTexts();
  const { client, show } = useConsole();
  const meId = useConsoleState((state) => state.me.id);
  useTicketMessages(client, meId);

  useEffect(
    () =>
      client.on("note:posted", ({ note }) => {
        const isWhispered = note.to?.id === meId;
        const isNamed = isWhispered || note.mentions.some(({ id }) => id === meId);
        if (!isNamed || note.author.id === meId) return;
        const { name } = note.author;
        notifications.show({
          id: note.id,
          color: "yellow",
          title: t(isWhispered ? "note.whispered" : "note.mentioned", { name }),
          message: (
            <>
              {note.text.slice(0, 200)}{" "}
              <Button size="compact-xs" variant="default" onClick={() => show(note.conversationId)}>
                {t("note.show")}
              </Button>
            </>
          ),
          closeButtonProps: { "aria-label": t("close") },
        });
      }),
    [client, meId, show, t],
  );

  useEffect(
    () =>
      client.on("ownership:lost", ({ conversationId, reason }) => {
        if (reason !== "silent") return;
        notifications.show({
          id: `silence:${conversationId}`,
          color: "orange",
          // Whoever was not there reads it on coming back.
          autoClose: false,
          title: t("silence.title"),
          message: (
            <>
              {t("silence.text")}{" "}
              <Button size="compact-xs" variant="default" onClick={() => show(conversationId)}>
                {t("note.show")}
              </Button>
            </>
          ),
          closeButtonProps: { "aria-label": t("close") },
        });
      }),
    [client, show, t],
  );

  useEffect(
    () =>
      client.on("desk:notified", (fact) => {
        const isWanted = localStorage.getItem(consentKey(meId)) === "true";
        if (!isWanted || !canNotify() || Notification.permission !== "granted") return;
        const title = t("notify.request", { name: fact.requesterName });
        const data = { path: `/agent?talk=${fact.conversationId}` };
        // The tag is that of the pushed one: whichever comes second replaces the first.
        navigator.serviceWorker.ready
          .then((worker) =>
            worker.showNotification(title, { body: fact.question, tag: fact.attendanceId, data }),
          )
          .catch(() => undefined);
      }),
    [client, meId, t],
  );

  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    const hear = (event: MessageEvent<unknown>): void => {
      const data = event.data;
      if (typeof data !== "object" || data === null || !("kind" in data) || data.kind !== "show-talk") return;
      if ("conversationId" in data && typeof data.conversationId === "string") show(data.conversationId);
    };
    navigator.serviceWorker.addEventListener("message", hear);
    return () => navigator.serviceWorker.removeEventListener("message", hear);
  }, [show]);
}
