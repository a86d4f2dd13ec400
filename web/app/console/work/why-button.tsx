import { Modal, Skeleton, UnstyledButton } from "@mantine/core";
import { useCallback, useState } from "react";
import { routingTexts } from "../../../texts/routing/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { WhyWaiting } from "../../shared/why-waiting.js";
import { useConsole, useConsoleTexts } from "../console-context.js";
import { useOutcome } from "../use-outcome.js";

/** "Why is this waiting?", answered by the same rules that give it out. */
export function WhyButton({ attendanceId, version }: { attendanceId: string; version: number }) {
  const t = useTexts(routingTexts);
  const tConsole = useConsoleTexts();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <UnstyledButton fz="xs" c="dimmed" onClick={() => setOpened(true)}>
        {t("why.title")}
      </UnstyledButton>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t("why.title")}
        closeButtonProps={{ "aria-label": tConsole("dialog.close") }}
      >
        <WhyAnswer attendanceId={attendanceId} key={version} />
      </Modal>
    </>
  );
}

/** Who may give it to somebody does so from here; when it cannot be, the reason is told. */
export function WhyAnswer({ attendanceId }: { attendanceId: string }) {
  const { api } = useDesk();
  const { assign } = useConsole();
  const tell = useOutcome();
  const [why, reload] = useLoaded(useCallback(() => api.readWhy(attendanceId), [api, attendanceId]));
  if (why.status === "loading") return <Skeleton h={140} radius="md" />;
  if (why.status === "failed") return <LoadFailed message={why.error.message} onRetry={reload} />;
  const give = async (agentId: string): Promise<void> => {
    if (!tell(await assign(attendanceId, agentId))) reload();
  };
  return (
    <WhyWaiting
      why={why.value}
      {...(why.value.mayAssign ? { onAssign: (agentId) => void give(agentId) } : {})}
    />
  );
}
