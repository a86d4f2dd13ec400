import { Button, Group, Modal, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import type { EmailTemplate } from "../../../../contract/mail.js";
import { useDesk } from "../../shared/desk.js";
import { tellError } from "./tell-error.js";
import { useMailTexts } from "./use-mail-texts.js";

interface DeleteDialogProps {
  readonly template: EmailTemplate;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

/** Tells what the deletion touches before it happens. */
export function DeleteDialog({
  template: { id, name, usedBy },
  opened,
  onClose,
  onDeleted,
}: DeleteDialogProps) {
  const t = useMailTexts();
  const { api } = useDesk();
  const [busy, setBusy] = useState(false);
  const isUsed = usedBy.length > 0;

  const remove = async (): Promise<void> => {
    setBusy(true);
    try {
      await api.deleteTemplate(id);
      notifications.show({ color: "green", message: t("deleted") });
      onClose();
      onDeleted();
    } catch (error) {
      notifications.show({ color: "red", message: tellError(error) });
    }
    setBusy(false);
  };

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("delete.title", { name })}
      closeButtonProps={{ "aria-label": t("cancel") }}
    >
      <Text size="sm">{t(isUsed ? "delete.in-use" : "delete.text")}</Text>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          {t("cancel")}
        </Button>
        {!isUsed && (
          <Button color="red" loading={busy} onClick={() => void remove()}>
            {t("delete")}
          </Button>
        )}
      </Group>
    </Modal>
  );
}
