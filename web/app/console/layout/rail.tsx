import { ActionIcon, Indicator } from "@mantine/core";
import { IconLayoutSidebarLeftExpand, IconLayoutSidebarRightExpand } from "@tabler/icons-react";
import { useConsoleState } from "../console-context.js";
import classes from "./layout.module.css";

export interface RailProps {
  readonly side: "start" | "end";
  readonly label: string;
  readonly onUnfold: () => void;
}

/** What is left of a folded pane. */
export function Rail({ side, label, onUnfold }: RailProps) {
  const fresh = useConsoleState((state) => state.freshGroupIds.size > 0) && side === "start";
  const Icon = side === "start" ? IconLayoutSidebarLeftExpand : IconLayoutSidebarRightExpand;
  return (
    <aside className={`${classes.rail} ${classes.side}`} data-side={side} aria-label={label}>
      <Indicator disabled={!fresh} offset={4}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={label}
          title={label}
          onClick={onUnfold}
        >
          <Icon size={20} />
        </ActionIcon>
      </Indicator>
    </aside>
  );
}
