import { Checkbox } from "@mantine/core";
import { useCallback, useState } from "react";
import { reportsTexts } from "../../../texts/reports/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { useLoaded } from "../../shared/use-loaded.js";

/** Whether the requester of this one talk is asked how it was; saved at once, for the talk ends on its own too. */
export function AskSwitch({ conversationId }: { conversationId: string }) {
  const t = useTexts(reportsTexts);
  const { api } = useDesk();
  const [choice, setChoice] = useState<boolean>();
  const [held] = useLoaded(
    useCallback(() => api.reports.readToBeAsked(conversationId), [api, conversationId]),
  );
  const ask = choice ?? (held.status === "ready" ? held.value.ask : true);
  const [fault, setFault] = useState<string>();

  const change = async (wanted: boolean): Promise<void> => {
    setChoice(wanted);
    setFault(undefined);
    await api.reports.setToBeAsked(conversationId, wanted).catch((error: Error) => {
      setChoice(!wanted);
      setFault(error.message);
    });
  };

  return (
    <Checkbox
      label={t("end.ask")}
      checked={ask}
      error={fault}
      onChange={({ currentTarget }) => void change(currentTarget.checked)}
    />
  );
}
