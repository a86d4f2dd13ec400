import { Anchor, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useLocation } from "wouter";
import type { AdminArticle } from "../../../../contract/knowledge.js";
import { useDesk } from "../../shared/desk.js";
import { useTell } from "../use-tell.js";
import { useKnowledgeTexts } from "./use-knowledge-texts.js";

interface DeleteDialogProps {
  readonly article: AdminArticle;
  readonly onClose: () => void;
  readonly onRetire: () => void;
}

/** Tells what a deletion touches; what people have judged is retired instead. */
export function DeleteDialog({ article, onClose, onRetire }: DeleteDialogProps) {
  const t = useKnowledgeTexts();
  const { api } = useDesk();
  const tell = useTell();
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState(false);
  const { id, title, views, translations, helped, didNot } = article;
  const judged = helped + didNot;

  const undo = async (): Promise<void> => {
    await api.knowledge.bringBack(id);
    navigate(`/admin/knowledge/${id}`);
  };
  const remove = async (): Promise<void> => {
    setBusy(true);
    try {
      await api.knowledge.remove(id);
      notifications.show({
        color: "green",
        closeButtonProps: { "aria-label": t("close") },
        message: (
          <>
            {t("deleted", { name: title })}{" "}
            <Anchor component="button" type="button" size="sm" onClick={() => void undo()}>
              {t("undo")}
            </Anchor>
          </>
        ),
      });
      navigate("/admin/knowledge");
    } catch (error) {
      tell.failed(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t("delete.title", { name: title })}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <Stack gap="sm">
        <Text size="sm">{judged > 0 ? t("delete.judged", { count: judged }) : t("delete.text")}</Text>
        <Text size="sm" c="dimmed">
          {t("delete.touches", { views, translations: translations.length })}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
          {judged > 0 ? (
            <Button onClick={onRetire}>{t("retire")}</Button>
          ) : (
            <Button color="red.9" loading={busy} onClick={() => void remove()}>
              {t("delete")}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
