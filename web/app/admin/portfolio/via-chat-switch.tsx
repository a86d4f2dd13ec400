import { Switch, Tooltip } from "@mantine/core";
import { useState } from "react";
import { adminTexts } from "../../../texts/admin/index.js";
import { useLocale, useTexts } from "../../shared/desk.js";
import { useTell } from "../use-tell.js";
import { type TreeItem, toDraft, toForm } from "./draft.js";
import { nameIn } from "./find-items.js";
import { listOf } from "./lists.js";
import { useSaveItem } from "./use-save-item.js";

/** "Available via chat", saved when it is turned (S0-4). */
export function ViaChatSwitch({ item, onSaved }: { item: TreeItem; onSaved: () => void }) {
  const t = useTexts(adminTexts);
  const tell = useTell();
  const locale = useLocale();
  const save = useSaveItem(onSaved);
  const [busy, setBusy] = useState(false);
  const label = t("via-chat.of", { name: nameIn(item.item, locale) });
  const turn = async (viaChat: boolean): Promise<void> => {
    setBusy(true);
    const reason = await save(
      listOf[item.type],
      item.item.id,
      toForm(item.type, { ...toDraft(item), viaChat }),
    );
    if (reason !== undefined) tell.failed(reason);
    setBusy(false);
  };
  return (
    <Tooltip label={t("via-chat")} openDelay={400}>
      <Switch
        size="sm"
        checked={item.item.viaChat}
        disabled={busy}
        aria-label={label}
        onChange={(event) => void turn(event.currentTarget.checked)}
      />
    </Tooltip>
  );
}
