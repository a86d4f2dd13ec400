import { Badge, Button, EmptyState, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { IconMessage2Bolt, IconPlus } from "@tabler/icons-react";
import { useCallback, useState } from "react";
import type { CannedReply } from "../../../contract/team/canned-reply.js";
import { appTexts } from "../../texts/app.js";
import { teamTexts } from "../../texts/team/index.js";
import admin from "../admin/admin.module.css";
import { useDesk, useMe, useTexts } from "../shared/desk.js";
import { LoadFailed } from "../shared/load-failed.js";
import { useLoaded } from "../shared/use-loaded.js";
import { ReplyDialog } from "./reply-dialog.js";

/** Canned replies: an admin keeps those of everybody and of groups, everyone their own. */
export function RepliesPage() {
  const t = useTexts(teamTexts);
  const app = useTexts(appTexts);
  const { api } = useDesk();
  const me = useMe();
  const [editing, setEditing] = useState<CannedReply | "new">();
  const load = useCallback(async () => {
    const [replies, groups] = await Promise.all([api.team.readReplies(), api.readGroups()]);
    return { replies: replies.items, groups: groups.items };
  }, [api]);
  const [loaded, reload] = useLoaded(load);
  useDocumentTitle(`${app("product.name")} · ${t("replies.title")}`);
  const groups = loaded.status === "ready" ? loaded.value.groups : [];
  const scopeName = ({ scope }: CannedReply): string => {
    if (scope.kind === "everybody") return t("replies.everybody");
    if (scope.kind === "own") return t("replies.own");
    return t("replies.group", { name: groups.find(({ id }) => id === scope.groupId)?.name ?? "…" });
  };
  const mayEdit = ({ scope }: CannedReply): boolean => scope.kind === "own" || me.role === "admin";

  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start">
        <div style={{ flex: "1 1 260px" }}>
          <Title order={1} size="h3">
            {t("replies.title")}
          </Title>
          <Text size="sm" c="dimmed">
            {t("replies.hint")}
          </Text>
        </div>
        <Button leftSection={<IconPlus size={16} />} onClick={() => setEditing("new")}>
          {t("replies.new")}
        </Button>
      </Group>
      {loaded.status === "loading" && <Skeleton h={240} radius="lg" />}
      {loaded.status === "failed" && <LoadFailed message={loaded.error.message} onRetry={reload} />}
      {loaded.status === "ready" && loaded.value.replies.length === 0 && (
        <EmptyState
          py="xl"
          icon={<IconMessage2Bolt />}
          title={t("replies.empty")}
          description={t("replies.empty-hint")}
        />
      )}
      {loaded.status === "ready" && loaded.value.replies.length > 0 && (
        <ul className={admin.list}>
          {loaded.value.replies.map((reply) => (
            <li key={reply.id} className={admin.line}>
              <div className={admin["line-name"]}>
                {mayEdit(reply) ? (
                  <button type="button" className={admin.open} onClick={() => setEditing(reply)}>
                    <b>/{reply.shortcut}</b>
                  </button>
                ) : (
                  <b>/{reply.shortcut}</b>
                )}
                <Text size="xs" c="dimmed">
                  {reply.title}
                </Text>
              </div>
              <Group gap={4} justify="flex-end">
                <Badge variant="default" tt="none">
                  {scopeName(reply)}
                </Badge>
              </Group>
            </li>
          ))}
        </ul>
      )}
      {editing && (
        <ReplyDialog
          reply={editing === "new" ? undefined : editing}
          groups={groups}
          onClose={() => setEditing(undefined)}
          onSaved={reload}
        />
      )}
    </Stack>
  );
}
