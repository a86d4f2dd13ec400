import { Badge, Progress, Select, Text, UnstyledButton } from "@mantine/core";
import { useMemo, useState } from "react";
import { useStore } from "zustand";
import type { WallAgent, WallTalk } from "../../../contract/team/wall.js";
import type { ChatClient } from "../../chat/index.js";
import { consoleTexts } from "../../texts/console.js";
import { teamTexts } from "../../texts/team/index.js";
import { useTexts } from "../shared/desk.js";
import { PersonAvatar } from "../shared/person-avatar.js";
import { useNow } from "../shared/time.js";
import { toDuration } from "../shared/time-format.js";
import { isLate } from "./is-late.js";
import { VirtualList } from "./virtual-list.js";
import classes from "./wall.module.css";
import { WallFigures } from "./wall-figures.js";
import type { WallStore } from "./wall-store.js";
import { WatchDrawer } from "./watch-drawer.js";

/** Figures, who waits, what is under way and who has how much; a click on a talk watches it. */
export function WallBoard({ client, wall }: { client: ChatClient; wall: WallStore }) {
  const t = useTexts(teamTexts);
  const { talks, agents, groups, waiting, waitTargetMs, clockOffMs } = useStore(wall.store);
  const [groupId, setGroupId] = useState<string | null>(null);
  const [watchedId, setWatchedId] = useState<string>();
  const now = useNow() + clockOffMs;
  const shown = useMemo(() => {
    const all = [...talks.values()].filter((talk) => !groupId || talk.groupIds.includes(groupId));
    const queue = all
      .filter((talk) => talk.phase === "logged")
      .sort((one, other) => one.priority - other.priority || one.waitingSince - other.waitingSince);
    const held = all
      .filter((talk) => talk.phase === "accepted")
      .sort((one, other) => (one.acceptedAt ?? 0) - (other.acceptedAt ?? 0));
    return { queue, held };
  }, [talks, groupId]);
  const shownAgents = useMemo(
    () => agents.filter((agent) => !groupId || agent.groupIds.includes(groupId)),
    [agents, groupId],
  );
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
      <div className={classes.board}>
        <Part title={t("wall.queue")} count={shown.queue.length} none={t("wall.nobody-waits")}>
          <VirtualList label={t("wall.queue")} items={shown.queue} keyOf={({ id }) => id}>
            {(talk) => (
              <TalkRow
                talk={talk}
                sinceMs={now - talk.waitingSince}
                late={isLate(talk, now, waitTargetMs)}
                onWatch={() => setWatchedId(talk.id)}
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
      {watchedId && (
        <WatchDrawer client={client} wall={wall} talkId={watchedId} onClose={() => setWatchedId(undefined)} />
      )}
    </>
  );
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

interface TalkRowProps {
  readonly talk: WallTalk;
  readonly agentName?: string;
  readonly sinceMs: number;
  readonly late?: boolean;
  readonly onWatch: () => void;
}

function TalkRow({ talk, agentName, sinceMs, late, onWatch }: TalkRowProps) {
  const t = useTexts(teamTexts);
  const { requester, question } = talk;
  return (
    <UnstyledButton
      className={classes.row}
      title={t("wall.watch", { name: requester.name })}
      onClick={onWatch}
    >
      <PersonAvatar name={requester.name} photoUrl={requester.photoUrl} size={32} />
      <span className={classes.grow}>
        <Text size="sm" fw={600} truncate component="span" display="block">
          {agentName ? `${requester.name} ${t("wall.with", { name: agentName })}` : requester.name}
        </Text>
        <Text size="xs" c="dimmed" truncate component="span" display="block">
          {question}
        </Text>
      </span>
      <span className={classes.waited} data-breach={late || undefined}>
        {toDuration(Math.max(0, sinceMs))}
      </span>
    </UnstyledButton>
  );
}

function AgentRow({ agent }: { agent: WallAgent }) {
  const t = useTexts(teamTexts);
  const texts = useTexts(consoleTexts);
  const { name, status, online, active, capacity } = agent;
  const load = t("wall.load", { active, capacity });
  return (
    <div className={classes.row}>
      <PersonAvatar name={name} size={32} />
      <span className={classes.grow}>
        <Text size="sm" fw={600} truncate component="span" display="block">
          {name}
        </Text>
        <Text size="xs" c="dimmed" component="span" display="block">
          {texts(`availability.${online ? status : "offline"}`)} · {load}
        </Text>
      </span>
      <Progress
        w={72}
        aria-label={`${name}: ${load}`}
        value={capacity === 0 ? 0 : Math.min(100, (active / capacity) * 100)}
        color={active >= capacity ? "red" : "blue"}
      />
    </div>
  );
}
