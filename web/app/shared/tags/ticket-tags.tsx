import { Skeleton } from "@mantine/core";
import { useCallback, useState } from "react";
import { teamTexts } from "../../../texts/team/index.js";
import { useDesk, useTexts } from "../desk.js";
import { LoadFailed } from "../load-failed.js";
import { useLoaded } from "../use-loaded.js";
import { TagsField } from "./tags-field.js";

/** The tags of a ticket, which are not those of the talks about it. */
export function TicketTags({ number }: { number: string }) {
  const t = useTexts(teamTexts);
  const { api } = useDesk();
  const [stored, reload] = useLoaded(useCallback(() => api.team.readTicketTags(number), [api, number]));
  const [written, setWritten] = useState<readonly string[]>();
  if (stored.status === "loading") return <Skeleton h={36} />;
  if (stored.status === "failed") return <LoadFailed message={stored.error.message} onRetry={reload} />;
  return (
    <TagsField
      label={t("tags.ticket", { number })}
      tags={written ?? stored.value.items}
      write={async (tags) => (await api.team.writeTicketTags(number, tags)).items}
      onWritten={setWritten}
    />
  );
}
