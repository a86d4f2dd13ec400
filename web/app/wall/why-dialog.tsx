import { Modal, Skeleton } from "@mantine/core";
import { useCallback, useEffect } from "react";
import { useStore } from "zustand";
import type { WallTalk } from "../../../contract/team/wall.js";
import type { ChatClient } from "../../chat/index.js";
import { routingTexts } from "../../texts/routing/index.js";
import { teamTexts } from "../../texts/team/index.js";
import { useDesk, useTexts } from "../shared/desk.js";
import { LoadFailed } from "../shared/load-failed.js";
import { useLoaded } from "../shared/use-loaded.js";
import { WhyWaiting } from "../shared/why-waiting.js";
import { useTold } from "./use-told.js";
import type { WallStore } from "./wall-store.js";

interface WhyDialogProps {
  readonly client: ChatClient;
  readonly wall: WallStore;
  readonly talk: WallTalk;
  readonly onClose: () => void;
}

/** "Why is this waiting?" on the wall, asked again whenever somebody's state changes; gives it to an attendant. */
export function WhyDialog({ client, wall, talk, onClose }: WhyDialogProps) {
  const t = useTexts(routingTexts);
  const team = useTexts(teamTexts);
  const { api } = useDesk();
  const agents = useStore(wall.store, (state) => state.agents);
  const { tell, told } = useTold();
  const [why, reload] = useLoaded(useCallback(() => api.readWhy(talk.id), [api, talk.id]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what changed may be what it waits for.
  useEffect(reload, [agents, talk.version]);
  const assign = async (agentId: string): Promise<void> => {
    const outcome = await client.request("attendance:assign", { attendanceId: talk.id, agentId });
    const name = agents.find(({ id }) => id === agentId)?.name;
    if (tell(outcome, [talk.requester.name, name])) onClose();
    else reload();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${t("why.title")} ${talk.requester.name}`}
      closeButtonProps={{ "aria-label": team("close") }}
    >
      {why.status === "loading" && <Skeleton h={140} radius="md" />}
      {why.status === "failed" && <LoadFailed message={why.error.message} onRetry={reload} />}
      {why.status === "ready" && (
        <WhyWaiting
          why={why.value}
          {...(why.value.mayAssign ? { onAssign: (agentId: string) => void assign(agentId) } : {})}
        />
      )}
      {told}
    </Modal>
  );
}
