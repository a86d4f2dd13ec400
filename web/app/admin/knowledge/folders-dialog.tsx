import { Button, Skeleton, Stack, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useCallback, useState } from "react";
import type { Folder } from "../../../../contract/knowledge.js";
import { useDesk } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { useLoaded } from "../../shared/use-loaded.js";
import admin from "../admin.module.css";
import { SideSheet } from "../side-sheet.js";
import { FolderForm } from "./folder-form.js";
import { useKnowledgeTexts } from "./use-knowledge-texts.js";

/** Which folders have rights of their own, and what they say (S2-25). */
export function FoldersDialog({ onClose }: { onClose: () => void }) {
  const t = useKnowledgeTexts();
  const { api } = useDesk();
  const [folders, reload] = useLoaded(useCallback(() => api.knowledge.readFolders(), [api]));
  const [editing, setEditing] = useState<Folder | "new">();
  const done = (): void => {
    setEditing(undefined);
    reload();
  };
  return (
    <SideSheet title={t("folders")} size="lg" onClose={onClose}>
      {editing && (
        <FolderForm
          folder={editing === "new" ? undefined : editing}
          onBack={() => setEditing(undefined)}
          onDone={done}
        />
      )}
      {!editing && (
        <Stack>
          <Text size="sm" c="dimmed">
            {t("folders.hint")}
          </Text>
          {folders.status === "loading" && <Skeleton h={160} />}
          {folders.status === "failed" && <LoadFailed message={folders.error.message} onRetry={reload} />}
          {folders.status === "ready" && (
            <ul className={admin.list}>
              {folders.value.items.map((folder) => (
                <li key={folder.id} className={admin.line}>
                  <div className={admin["line-name"]}>
                    <button type="button" className={admin.open} onClick={() => setEditing(folder)}>
                      <b>{folder.path === "" ? t("folders.top") : folder.path.replaceAll("/", " › ")}</b>
                    </button>
                    <Text size="xs" c="dimmed">
                      {t("folders.readers")}: {t(`folders.${folder.readers}`)}
                    </Text>
                  </div>
                </li>
              ))}
            </ul>
          )}
          <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setEditing("new")}>
            {t("folders.new")}
          </Button>
        </Stack>
      )}
    </SideSheet>
  );
}
