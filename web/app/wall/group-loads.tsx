import { Progress, Text, UnstyledButton } from "@mantine/core";
import { teamTexts } from "../../texts/team/index.js";
import { useTexts } from "../shared/desk.js";
import type { GroupLoad } from "./group-load.js";
import classes from "./wall.module.css";

interface GroupLoadsProps {
  readonly loads: readonly GroupLoad[];
  readonly chosenId: string | null;
  readonly onChoose: (groupId: string | null) => void;
}

/** How full each group is; pressing one shows only what is its own. */
export function GroupLoads({ loads, chosenId, onChoose }: GroupLoadsProps) {
  const t = useTexts(teamTexts);
  return (
    <ul className={classes.loads} aria-label={t("wall.group-loads")}>
      {loads.map((load) => (
        <li key={load.id}>
          <GroupLine
            load={load}
            isChosen={load.id === chosenId}
            onPress={() => onChoose(load.id === chosenId ? null : load.id)}
          />
        </li>
      ))}
    </ul>
  );
}

interface GroupLineProps {
  readonly load: GroupLoad;
  readonly isChosen: boolean;
  readonly onPress: () => void;
}

function GroupLine({ load, isChosen, onPress }: GroupLineProps) {
  const t = useTexts(teamTexts);
  const { name, waiting, here, places, taken } = load;
  const told =
    here === 0
      ? t("wall.group-nobody")
      : `${t("wall.places", { taken, places })} · ${t.count("wall.here", here)}`;
  const isFull = taken >= places;
  return (
    <UnstyledButton className={classes.load} aria-pressed={isChosen} onClick={onPress}>
      <span className={classes.loadHead}>
        <Text size="sm" fw={600} truncate component="span">
          {name}
        </Text>
        <Text size="sm" component="span" className={classes.waited}>
          {t("wall.group-waiting", { count: waiting })}
        </Text>
      </span>
      <Progress
        aria-hidden
        value={places === 0 ? 0 : (taken / places) * 100}
        color={isFull ? "red" : "blue"}
      />
      <Text size="xs" c="dimmed" component="span">
        {told}
      </Text>
    </UnstyledButton>
  );
}
