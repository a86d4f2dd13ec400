import { Button } from "@mantine/core";
import { IconMessages } from "@tabler/icons-react";
import { useState } from "react";
import { exchangeTexts } from "../../texts/exchange/index.js";
import { useTexts } from "../shared/desk.js";
import { ExchangeDialog } from "../shared/exchange/exchange-dialog.js";
import { useTicketNews } from "./ticket-news.js";

/** Opens the messages of a ticket (S2-X5). */
export function TicketMessages({ number }: { number: string }) {
  const t = useTexts(exchangeTexts);
  const news = useTicketNews();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconMessages size={18} />} onClick={() => setOpened(true)}>
        {t("title.requester")}
      </Button>
      {opened && (
        <ExchangeDialog number={number} side="requester" version={news} onClose={() => setOpened(false)} />
      )}
    </>
  );
}
