import { Badge, EmptyState, Group, Text } from "@mantine/core";
import { IconUsersGroup } from "@tabler/icons-react";
import { useState } from "react";
import type { RoutedGroup } from "../../../../contract/routing.js";
import { routingTexts } from "../../../texts/routing/index.js";
import { useTexts } from "../../shared/desk.js";
import classes from "../admin.module.css";
import { GroupSheet } from "./group-sheet.js";

interface GroupsProps {
  readonly groups: readonly RoutedGroup[];
  readonly onSaved: () => void;
}

/** The groups that take attendances, and how they do it. */
export function RoutedGroups({ groups, onSaved }: GroupsProps) {
  const t = useTexts(routingTexts);
  const [editing, setEditing] = useState<RoutedGroup>();
  const taking = groups.filter(({ takesAttendances }) => takesAttendances);
  if (taking.length === 0)
    return (
      <EmptyState icon={<IconUsersGroup />} title={t("group.none")} description={t("group.none.text")} />
    );
  return (
    <>
      <ul className={classes.list}>
        {taking.map((group) => (
          <li key={group.id} className={classes.line}>
            <div className={classes["line-name"]}>
              <button type="button" className={classes.open} onClick={() => setEditing(group)}>
                <b>{group.name}</b>
              </button>
              <Text size="xs" c="dimmed">
                {[t.count("group.members", group.members), ...group.routing.skills].join(" · ")}
              </Text>
            </div>
            <Group gap={4} justify="flex-end">
              <Badge variant="default" tt="none">
                {t(`giving.${group.routing.giving}`)}
              </Badge>
            </Group>
          </li>
        ))}
      </ul>
      {editing && (
        <GroupSheet
          group={editing}
          others={taking.filter(({ id }) => id !== editing.id)}
          onClose={() => setEditing(undefined)}
          onSaved={onSaved}
        />
      )}
    </>
  );
}
