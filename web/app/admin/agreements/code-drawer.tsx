import { NumberInput, Switch, TextInput } from "@mantine/core";
import { useState } from "react";
import type { CompletionCode } from "../../../../contract/agreement.js";
import { agreementsTexts } from "../../../texts/agreements/index.js";
import { languages } from "../../../texts/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { KeptDrawer } from "./kept-drawer.js";
import type { DrawerProps } from "./kept-part.js";

/** One completion code in the languages of the desk. */
export function CodeDrawer({ item, onClose, onSaved }: DrawerProps<CompletionCode>) {
  const t = useTexts(agreementsTexts);
  const { codes } = useDesk().api.admin.agreements;
  const [name, setName] = useState<Readonly<Record<string, string>>>(item?.name ?? {});
  const [isActive, setActive] = useState(item?.isActive ?? true);
  const [position, setPosition] = useState(item?.position ?? 0);
  const given = Object.fromEntries(Object.entries(name).filter(([, text]) => text.trim() !== ""));
  const en = name.en?.trim() ?? "";
  return (
    <KeptDrawer
      title={item?.name.en ?? t("new.code")}
      name={en}
      isReady={en !== ""}
      save={() => codes.save(item?.id, { name: { ...given, en }, isActive, position })}
      remove={item && (() => codes.remove(item.id))}
      onClose={onClose}
      onSaved={onSaved}
    >
      {languages.map((language) => (
        <TextInput
          key={language.locale}
          lang={language.locale}
          label={language.name}
          required={language.locale === "en"}
          maxLength={200}
          value={name[language.locale] ?? ""}
          onChange={(event) => setName({ ...name, [language.locale]: event.currentTarget.value })}
        />
      ))}
      <NumberInput
        label={t("position")}
        min={0}
        allowDecimal={false}
        value={position}
        onChange={(value) => setPosition(Number(value) || 0)}
      />
      <Switch
        label={t("active")}
        checked={isActive}
        onChange={(event) => setActive(event.currentTarget.checked)}
      />
    </KeptDrawer>
  );
}
