import { Alert, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { AdminPortfolio } from "../../../../contract/portfolio.js";
import { adminTexts } from "../../../texts/admin/index.js";
import { useDesk, useLocale, useTexts } from "../../shared/desk.js";
import { useTell } from "../use-tell.js";
import { type TreeItem, toDraft, toForm } from "./draft.js";
import { nameIn } from "./find-items.js";
import { listOf } from "./lists.js";
import { useSaveItem } from "./use-save-item.js";

interface RemoveProps {
  readonly item: TreeItem;
  readonly portfolio: AdminPortfolio;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Says what a removal touches; what is used is taken out of the offer instead. */
export function RemoveDialog({ item, portfolio, onClose, onDone }: RemoveProps) {
  const t = useTexts(adminTexts);
  const tell = useTell();
  const locale = useLocale();
  const { api } = useDesk();
  const save = useSaveItem(onDone);
  const [busy, setBusy] = useState(false);
  const held = holds(item, portfolio);
  const [refusal, setRefusal] = useState(
    held === 0 ? undefined : t.count(item.type === "catalog" ? "remove.services" : "remove.activities", held),
  );
  const name = nameIn(item.item, locale);

  const remove = async (): Promise<void> => {
    setBusy(true);
    try {
      await api.admin.removePortfolioItem(listOf[item.type], item.item.id);
      tell.done(t("removed", { name }));
      onDone();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };
  const retire = async (): Promise<void> => {
    setBusy(true);
    const retired = { ...toDraft(item), phase: "obsolete", status: "inactive" } as const;
    const reason = await save(listOf[item.type], item.item.id, toForm(item.type, retired));
    setRefusal(reason);
    setBusy(false);
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t("remove.title", { name })}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <Stack>
        {refusal === undefined ? (
          <Text size="sm">{t("remove.text")}</Text>
        ) : (
          <Alert role="alert" color="orange" title={t("remove.refused")}>
            {refusal}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
          {refusal === undefined ? (
            <Button color="red.9" loading={busy} onClick={() => void remove()}>
              {t("remove")}
            </Button>
          ) : (
            <Button loading={busy} onClick={() => void retire()}>
              {t(item.type === "activity" ? "remove.inactive" : "remove.obsolete")}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function holds({ type, item }: TreeItem, { services, activities }: AdminPortfolio): number {
  if (type === "catalog") return services.filter(({ catalogId }) => catalogId === item.id).length;
  if (type === "service") return activities.filter(({ serviceId }) => serviceId === item.id).length;
  return 0;
}
