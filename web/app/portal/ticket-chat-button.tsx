import { ActionIcon, Tooltip } from "@mantine/core";
import { IconMessageCircle } from "@tabler/icons-react";
import type { Ticket } from "../../../contract/ticket.js";
import { exchangeTexts } from "../../texts/exchange/index.js";
import { useTexts } from "../shared/desk.js";
import { openChat } from "../shared/use-chat.js";

/** Goes into the talk of a ticket; where there is no chat it says why (S0-23, S3-2). */
export function TicketChatButton({ ticket }: { ticket: Ticket }) {
  const t = useTexts(exchangeTexts);
  const isOff = ticket.chat !== "open";
  const name = t("chat", { number: ticket.number });
  return (
    <Tooltip
      label={isOff ? t("chat.off") : name}
      multiline
      maw={240}
      events={{ hover: true, focus: true, touch: true }}
    >
      <ActionIcon
        variant="subtle"
        size="lg"
        // Not switched off for good: whoever comes by keyboard shall learn the reason.
        data-disabled={isOff || undefined}
        aria-disabled={isOff}
        aria-label={isOff ? `${name}: ${t("chat.off")}` : name}
        onClick={() => {
          if (!isOff) openChat({ resume: ticket.number });
        }}
      >
        <IconMessageCircle size={20} />
      </ActionIcon>
    </Tooltip>
  );
}
