import { Checkbox } from "@mantine/core";
import { useState } from "react";
import { reportsTexts } from "../../../texts/reports/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";

/** Leaves the requester of this one talk unasked how it was; saved at once, for the talk ends on its own too. */
export function AskSwitch({ conversationId }: { conversationId: string }) {
  const t = useTexts(reportsTexts);
  const { api } = useDesk();
  const [ask, setAsk] = useState(true);
  const [fault, setFault] = useState<string>();

  const change = async (wanted: boolean): Promise<void> => {
    setAsk(wanted);
    setFault(undefined);
    await api.reports.setToBeAsked(conversationId, wanted).catch((error: Error) => {
      setAsk(!wanted);
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
