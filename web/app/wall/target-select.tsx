import { Select } from "@mantine/core";
import { useStore } from "zustand";
import type { WallTalk } from "../../../contract/team/wall.js";
import { teamTexts } from "../../texts/team/index.js";
import { useTexts } from "../shared/desk.js";
import type { WallStore } from "./wall-store.js";

export interface Target {
  readonly to: { readonly kind: "agent" | "group"; readonly id: string };
  readonly name: string;
}

interface TargetSelectProps {
  readonly wall: WallStore;
  readonly talk: WallTalk;
  readonly onChoose: (target: Target) => void;
}

/** To whom a talk can go: attendants who are there, and groups where somebody has it already. */
export function TargetSelect({ wall, talk, onChoose }: TargetSelectProps) {
  const t = useTexts(teamTexts);
  const { agents, groups } = useStore(wall.store);
  const isWaiting = talk.phase === "logged";
  // Whoever stands in none of its groups would be refused what waits.
  const able = agents.filter(
    ({ id, online, groupIds }) =>
      online &&
      id !== talk.agentId &&
      (!isWaiting || groupIds.some((group) => talk.groupIds.includes(group))),
  );
  const choose = (value: string | null): void => {
    const [kind, id] = value?.split(" ") ?? [];
    if (!id || (kind !== "agent" && kind !== "group")) return;
    const name = (kind === "agent" ? agents : groups).find((one) => one.id === id)?.name ?? "";
    onChoose({ to: { kind, id }, name: kind === "agent" ? name : t("wall.people-of", { group: name }) });
  };
  const label = t(isWaiting ? "wall.assign" : "wall.reassign");
  return (
    <Select
      aria-label={label}
      placeholder={label}
      searchable
      value={null}
      onChange={choose}
      nothingFoundMessage={t("wall.nobody-there")}
      data={[
        {
          group: t("wall.agents"),
          items: able.map(({ id, name }) => ({ value: `agent ${id}`, label: name })),
        },
        ...(isWaiting
          ? []
          : [
              {
                group: t("wall.groups"),
                items: groups.map(({ id, name }) => ({ value: `group ${id}`, label: name })),
              },
            ]),
      ]}
    />
  );
}
