import { ActionIcon } from "@mantine/core";
import { IconMessages } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { exchangeTexts } from "../../../texts/exchange/index.js";
import { useTexts } from "../../shared/desk.js";
import { ExchangeDialog } from "../../shared/exchange/exchange-dialog.js";
import { useConsole } from "../console-context.js";

/** The conversation icon beside a ticket's number: opens its messages (S2-9). */
export function ExchangeButton({ number }: { number: string }) {
  const t = useTexts(exchangeTexts);
  const { client } = useConsole();
  const [opened, setOpened] = useState(false);
  const [version, setVersion] = useState(0);
  useEffect(
    () =>
      client.on("ticket:changed", ({ ticketNumber }) => {
        if (ticketNumber === number) setVersion((known) => known + 1);
      }),
    [client, number],
  );
  const name = t("open.of", { number });
  return (
    <>
      <ActionIcon size="sm" variant="subtle" aria-label={name} title={name} onClick={() => setOpened(true)}>
        <IconMessages size={15} />
      </ActionIcon>
      {opened && (
        <ExchangeDialog number={number} side="agent" version={version} onClose={() => setOpened(false)} />
      )}
    </>
  );
}
