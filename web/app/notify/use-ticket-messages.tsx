import { Anchor } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useEffect } from "react";
import { Link } from "wouter";
import type { ChatClient } from "../../chat/index.js";
import { teamTexts } from "../../texts/team/index.js";
import { useTexts } from "../shared/desk.js";
import { canNotify, consentKey } from "./consent.js";

/** Tells assignee and owner what the requester of a ticket has written there, on the page and on the desktop. */
export function useTicketMessages(client: ChatClient, meId: string): void {
  const t = useTexts(teamTexts);
  useEffect(
    () =>
      client.on("ticket:message-told", ({ ticketNumber, authorName, text }) => {
        const title = t("ticket.message", { name: authorName, number: ticketNumber });
        const path = `/agent/tickets/${ticketNumber}`;
        const id = `ticket-message:${ticketNumber}`;
        notifications.show({
          id,
          title,
          // Time enough to read it and to reach its link, also by keyboard.
          autoClose: 15_000,
          message: (
            <>
              {text}{" "}
              <Anchor component={Link} href={path}>
                {t("ticket.show")}
              </Anchor>
            </>
          ),
          closeButtonProps: { "aria-label": t("close") },
        });
        const isWanted = localStorage.getItem(consentKey(meId)) === "true";
        if (!isWanted || !canNotify() || Notification.permission !== "granted") return;
        navigator.serviceWorker.ready
          .then((worker) => worker.showNotification(title, { body: text, tag: id, data: { path } }))
          .catch(() => undefined);
      }),
    [client, meId, t],
  );
}
