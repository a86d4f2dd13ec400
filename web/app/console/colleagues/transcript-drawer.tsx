import { Drawer, Skeleton, Stack, Text } from "@mantine/core";
import { useCallback } from "react";
import type { Consult } from "../../../../contract/consult.js";
import { useDesk } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { RelativeTime } from "../../shared/time.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { useConsoleState, useConsoleTexts } from "../console-context.js";
import { tellNotice } from "../talk/notice-line.js";
import { nameConsult } from "./consult-name.js";

/** An ended consult to be read again. */
export function TranscriptDrawer({
  consult,
  onClose,
}: {
  consult: Consult | undefined;
  onClose: () => void;
}) {
  const t = useConsoleTexts();
  const meId = useConsoleState(({ me }) => me.id);
  return (
    <Drawer
      opened={consult !== undefined}
      onClose={onClose}
      position="right"
      title={consult && nameConsult(consult, meId, t)}
      closeButtonProps={{ "aria-label": t("dialog.close") }}
    >
      {consult && <Words id={consult.id} />}
    </Drawer>
  );
}

function Words({ id }: { id: string }) {
  const t = useConsoleTexts();
  const { api } = useDesk();
  const [loaded, reload] = useLoaded(useCallback(() => api.readTranscript(id), [api, id]));
  if (loaded.status === "loading") return <Skeleton h={160} />;
  if (loaded.status === "failed") return <LoadFailed message={loaded.error.message} onRetry={reload} />;
  return (
    <Stack gap="sm">
      {loaded.value.messages.map(({ id: key, notice, sender, text, sentAt }) => (
        <div key={key}>
          {!notice && (
            <Text size="sm" fw={600}>
              {sender.name}
            </Text>
          )}
          <Text
            size="sm"
            c={notice ? "dimmed" : undefined}
            style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}
          >
            {notice ? tellNotice(notice, t) : text}
          </Text>
          <Text size="xs" c="dimmed" component="div">
            <RelativeTime at={sentAt} />
          </Text>
        </div>
      ))}
    </Stack>
  );
}
