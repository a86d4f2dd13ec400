import { Badge, Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useCallback, useState } from "react";
import type { ListedGroup } from "../../../../contract/directory.js";
import { adminTexts } from "../../../texts/admin/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { useLoaded } from "../../shared/use-loaded.js";
import classes from "../admin.module.css";
import { GroupDialog } from "./group-dialog.js";

/** Groups and what their members may do. */
export function GroupsPart() {
  const t = useTexts(adminTexts);
  const { api } = useDesk();
  const [editing, setEditing] = useState<ListedGroup | "new">();
  const [groups, reload] = useLoaded(useCallback(() => api.admin.readGroups(), [api]));
  if (groups.status === "loading") return <Skeleton h={240} radius="lg" />;
  if (groups.status === "failed") return <LoadFailed message={groups.error.message} onRetry={reload} />;
  return (
    <Stack>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t("groups.hint")}
        </Text>
        <Button leftSection={<IconPlus size={16} />} onClick={() => setEditing("new")}>
          {t("groups.new")}
        </Button>
      </Group>
      <ul className={classes.list}>
        {groups.value.items.map((group) => (
          <li key={group.id} className={`${classes.line} ${classes.wrapping}`}>
            <div className={classes["line-name"]}>
              <button type="button" className={classes.open} onClick={() => setEditing(group)}>
                <b>{group.name}</b>
              </button>
              <Text size="xs" c="dimmed">
                {t.count("groups.members", group.members)}
              </Text>
            </div>
            <Group gap={4} justify="flex-end">
              {group.chatRequester && (
                <Badge variant="default" tt="none">
                  {t("groups.chat-requester")}
                </Badge>
              )}
              {group.takesAttendances && (
                <Badge variant="default" tt="none">
                  {t("groups.takes")}
                </Badge>
              )}
            </Group>
          </li>
        ))}
      </ul>
      {editing && (
        <GroupDialog
          group={editing === "new" ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onSaved={reload}
        />
      )}
    </Stack>
  );
}
