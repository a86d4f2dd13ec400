import { ActionIcon, Progress, Text, UnstyledButton } from "@mantine/core";
import { IconHelp } from "@tabler/icons-react";
import type { WallAgent, WallTalk } from "../../../contract/team/wall.js";
import { consoleTexts } from "../../texts/console.js";
import { routingTexts } from "../../texts/routing/index.js";
import { teamTexts } from "../../texts/team/index.js";
import { useTexts } from "../shared/desk.js";
import { PersonAvatar } from "../shared/person-avatar.js";
import { toDuration } from "../shared/time-format.js";
import classes from "./wall.module.css";

interface TalkRowProps {
  readonly talk: WallTalk;
  readonly agentName?: string;
  readonly sinceMs: number;
  readonly late?: boolean;
  readonly onWatch: () => void;
  /** Only what waits can be asked why. */
  readonly onWhy?: () => void;
}

/** One talk of the wall; pressing it watches the talk. */
export function TalkRow({ talk, agentName, sinceMs, late, onWatch, onWhy }: TalkRowProps) {
  const t = useTexts(teamTexts);
  const { requester, question, reclaimedFrom } = talk;
  return (
    <div className={classes.row}>
      <UnstyledButton
        className={classes.open}
        title={t("wall.watch", { name: requester.name })}
        onClick={onWatch}
      >
        <PersonAvatar name={requester.name} photoUrl={requester.photoUrl} size={32} />
        <span className={classes.grow}>
          <Text size="sm" fw={600} truncate component="span" display="block">
            {agentName ? `${requester.name} ${t("wall.with", { name: agentName })}` : requester.name}
          </Text>
          <Text size="xs" c="dimmed" truncate component="span" display="block">
            {reclaimedFrom !== undefined && <b>{t("wall.reclaimed", { name: reclaimedFrom })} · </b>}
            {question}
          </Text>
        </span>
        <span className={classes.waited} data-breach={late || undefined}>
          {toDuration(Math.max(0, sinceMs))}
        </span>
      </UnstyledButton>
      {onWhy && <WhyButton name={requester.name} onWhy={onWhy} />}
    </div>
  );
}

function WhyButton({ name, onWhy }: { name: string; onWhy: () => void }) {
  const t = useTexts(routingTexts);
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={`${t("why.title")} ${name}`}
      title={t("why.title")}
      onClick={onWhy}
    >
      <IconHelp size={20} />
    </ActionIcon>
  );
}

/** One attendant of the wall, and how many of their places are taken. */
export function AgentRow({ agent }: { agent: WallAgent }) {
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
