import type { WallAgent, WallTalk } from "../../../contract/team/wall.js";
import { teamTexts } from "../../texts/team/index.js";
import { useTexts } from "../shared/desk.js";
import { toDuration } from "../shared/time-format.js";
import { isLate } from "./is-late.js";
import classes from "./wall.module.css";

interface WallFiguresProps {
  readonly queue: readonly WallTalk[];
  readonly talking: number;
  readonly agents: readonly WallAgent[];
  /** Waiting, but beyond what the wall lists. */
  readonly unlisted: number;
  readonly waitTargetMs: number;
  readonly now: number;
}

/** The desk in five numbers. */
export function WallFigures({ queue, talking, agents, unlisted, waitTargetMs, now }: WallFiguresProps) {
  const t = useTexts(teamTexts);
  const since = queue.reduce((oldest, talk) => Math.min(oldest, talk.waitingSince), now);
  const breaches = queue.filter((talk) => isLate(talk, now, waitTargetMs)).length;
  const here = agents.filter(({ online, status }) => online && status === "available");
  const free = here.reduce((sum, { active, capacity }) => sum + Math.max(0, capacity - active), 0);
  const figures = [
    { name: t("wall.waiting"), value: String(queue.length + unlisted) },
    { name: t("wall.oldest"), value: queue.length > 0 ? toDuration(Math.max(0, now - since)) : "–" },
    {
      name: t("wall.breaches"),
      value: String(breaches),
      isBreach: breaches > 0,
    },
    { name: t("wall.talking"), value: String(talking) },
    { name: t("wall.free"), value: String(free) },
  ];
  return (
    <dl className={classes.figures}>
      {figures.map(({ name, value, isBreach }) => (
        <div key={name} className={classes.figure} data-breach={isBreach || undefined}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
