import { Badge, Select, Text } from "@mantine/core";
import { useMemo, useState } from "react";
import { useStore } from "zustand";
import type { WallTalk } from "../../../contract/team/wall.js";
import type { ChatClient } from "../../chat/index.js";
import { teamTexts } from "../../texts/team/index.js";
import { useTexts } from "../shared/desk.js";
import { useNow } from "../shared/time.js";
import { measureGroups } from "./group-load.js";
import { GroupLoads } from "./group-loads.js";
import { isLate } from "./is-late.js";
import { VirtualList } from "./virtual-list.js";
import classes from "./wall.module.css";
import { WallFigures } from "./wall-figures.js";
import { AgentRow, TalkRow } from "./wall-rows.js";
import type { WallStore } from "./wall-store.js";
import { WatchDrawer } from "./watch-drawer.js";
import { WhyDialog } from "./why-dialog.js";

/** Figures, how full the groups are, who waits and why, what is under way and who has how much. */
export function WallBoard({ client, wall }: { client: ChatClient; wall: WallStore }) {
  const t = useTexts(teamTexts);
  const { talks, agents, groups, waiting, waitTargetMs, clockOffMs } = useStore(wall.store);
  const [groupId, setGroupId] = useState<string | null>(null);
  const [watchedId, setWatchedId] = useState<string>();
  const [askedId, setAskedId] = useState<string>();
  const now = useNow() + clockOffMs;
  const shown = useMemo(() => shownIn(talks, groupId), [talks, groupId]);
  const shownAgents = useMemo(
    () => agents.filter((agent) => !groupId || agent.groupIds.includes(groupId)),
    [agents, groupId],
  );
  const loads = useMemo(
    () => measureGroups(groups, agents, shownIn(talks, null).queue),
    [groups, agents, talks],
  );
  const asked = askedId === undefined ? undefined : talks.get(askedId);
  const nameOf = (agentId: string | undefined) => agents.find(({ id }) => id === agentId)?.name ?? "";
  const listed = [...talks.values()].filter(({ phase }) => phase === "logged").length;

  return (
    <>
      <Select
        label={t("wall.groups")}
        maw={320}
        clearable
        placeholder={t("wall.all-groups")}
        value={groupId}
        onChange={setGroupId}
        data={groups.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <WallFigures
        queue={shown.queue}
        talking={shown.held.length}
        agents={shownAgents}
        unlisted={groupId ? 0 : Math.max(0, waiting - listed)}
        waitTargetMs={waitTargetMs}
        now={now}
      />
      <GroupLoads loads={loads} chosenId={groupId} onChoose={setGroupId} />
      <div className={classes.board}>
        <Part title={t("wall.queue")} count={shown.queue.length} none={t("wall.nobody-waits")}>
          <VirtualList label={t("wall.queue")} items={shown.queue} keyOf={({ id }) => id}>
            {(talk) => (
              <TalkRow
                talk={talk}
                sinceMs={now - talk.waitingSince}
                late={isLate(talk, now, waitTargetMs)}
                onWatch={() => setWatchedId(talk.id)}
                onWhy={() => setAskedId(talk.id)}
              />
            )}
          </VirtualList>
        </Part>
        <Part title={t("wall.talks")} count={shown.held.length} none={t("wall.no-talks")}>
          <VirtualList label={t("wall.talks")} items={shown.held} keyOf={({ id }) => id}>
            {(talk) => (
              <TalkRow
                talk={talk}
                agentName={nameOf(talk.agentId)}
                sinceMs={now - (talk.acceptedAt ?? now)}
                onWatch={() => setWatchedId(talk.id)}
              />
            )}
          </VirtualList>
        </Part>
        <Part title={t("wall.agents")} count={shownAgents.length} none={t("wall.no-agents")}>
          <VirtualList label={t("wall.agents")} items={shownAgents} keyOf={({ id }) => id}>
            {(agent) => <AgentRow agent={agent} />}
          </VirtualList>
        </Part>
      </div>
      {asked?.phase === "logged" && (
        <WhyDialog client={client} wall={wall} talk={asked} onClose={() => setAskedId(undefined)} />
      )}
      {watchedId && (
        <WatchDrawer client={client} wall={wall} talkId={watchedId} onClose={() => setWatchedId(undefined)} />
      )}
    </>
  );
}

/** Who waits, in the order of being served, and what is under way, the longest first. */
function shownIn(talks: ReadonlyMap<string, WallTalk>, groupId: string | null) {
  const all = [...talks.values()].filter((talk) => !groupId || talk.groupIds.includes(groupId));
  const queue = all
    .filter((talk) => talk.phase === "logged")
    .sort((one, other) => one.priority - other.priority || one.waitingSince - other.waitingSince);
  const held = all
    .filter((talk) => talk.phase === "accepted")
    .sort((one, other) => (one.acceptedAt ?? 0) - (other.acceptedAt ?? 0));
  return { queue, held };
}

interface PartProps {
  readonly title: string;
  readonly count: number;
  readonly none: string;
  readonly children: React.ReactNode;
}

function Part({ title, count, none, children }: PartProps) {
  return (
    <div className={classes.part}>
      <div className={classes.partHead}>
        <Text component="h2" size="sm" fw={600} m={0}>
          {title}
        </Text>
        <Badge variant="default">{count}</Badge>
      </div>
      {count === 0 ? (
        <Text size="sm" c="dimmed" p="md">
          {none}
        </Text>
      ) : (
        children
      )}
    </div>
  );
}
