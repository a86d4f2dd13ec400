import { Alert, Button, Group, SegmentedControl, Stack, Tabs } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconAlertTriangle, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { adminTexts } from "../../../texts/admin/index.js";
import { type Locale, languages } from "../../../texts/index.js";
import { useLocale, useTexts } from "../../shared/desk.js";
import { TabRow } from "../../shared/tab-row.js";
import { Changes } from "../changes.js";
import { SideSheet } from "../side-sheet.js";
import { checkDraft } from "./check-draft.js";
import { type Draft, emptyDraft, type TreeItem, type TreeType, toDraft, toForm } from "./draft.js";
import { FieldsEditor } from "./fields-editor.js";
import { nameIn } from "./find-items.js";
import { GeneralPart } from "./general-part.js";
import { listOf } from "./lists.js";
import type { Editing, TreeProps } from "./portfolio-tree.js";
import { RemoveDialog } from "./remove-dialog.js";
import { SamplesPart } from "./samples-part.js";
import { useSaveItem } from "./use-save-item.js";

/** The form of one catalog, service or activity. */
export function ItemDrawer({
  editing,
  onClose,
  onSaved,
  ...lists
}: TreeProps & { editing: Editing; onClose: () => void }) {
  const t = useTexts(adminTexts);
  const locale = useLocale();
  const item = "item" in editing ? editing.item : undefined;
  const type = "item" in editing ? editing.item.type : editing.type;
  const saved = () => {
    onSaved();
    onClose();
  };
  return (
    <SideSheet title={item ? nameIn(item.item, locale) : t(`new.${type}`)} size="lg" onClose={onClose}>
      <ItemForm
        type={type}
        item={item}
        start={item ? toDraft(item) : startOf(editing)}
        firstLanguage={"said" in editing ? (editing.said?.language ?? "en") : "en"}
        onSaved={saved}
        {...lists}
      />
    </SideSheet>
  );
}

function startOf(editing: Editing): Draft {
  return "item" in editing
    ? toDraft(editing.item)
    : emptyDraft(editing.parentId, editing.position, editing.said);
}

interface ItemFormProps extends TreeProps {
  readonly type: TreeType;
  readonly item: TreeItem | undefined;
  readonly start: Draft;
  readonly firstLanguage: Locale;
}

function ItemForm({ type, item, start, firstLanguage, portfolio, groups, onSaved }: ItemFormProps) {
  const t = useTexts(adminTexts);
  const [language, setLanguage] = useState<Locale>(firstLanguage);
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [removing, setRemoving] = useState(false);
  const save = useSaveItem(onSaved);
  const form = useForm<Draft>({
    initialValues: start,
    validate: (draft) =>
      Object.fromEntries(Object.entries(checkDraft(type, draft)).map(([path, fault]) => [path, t(fault)])),
  });

  const submit = async (draft: Draft): Promise<void> => {
    setBusy(true);
    setRefusal(await save(listOf[type], item?.item.id, toForm(type, draft)));
    setBusy(false);
  };
  const refuse = (errors: Record<string, unknown>): void => {
    setRefusal(t.count("fault.count", Object.keys(errors).length));
    // The texts that must be there are the English ones.
    if (Object.keys(errors).some((path) => path.endsWith(".en"))) setLanguage("en");
  };

  return (
    <form onSubmit={form.onSubmit((draft) => void submit(draft), refuse)} noValidate>
      <Stack>
        <SegmentedControl
          aria-label={t("texts.language")}
          value={language}
          onChange={(value) => setLanguage(languages.find(({ locale }) => locale === value)?.locale ?? "en")}
          data={languages.map(({ locale, name }) => ({ value: locale, label: name }))}
        />
        <Tabs defaultValue="general" keepMounted={false}>
          <TabRow>
            <Tabs.Tab value="general">{t("tab.general")}</Tabs.Tab>
            {type === "activity" && (
              <>
                <Tabs.Tab value="fields">{t("tab.fields", { count: form.values.fields.length })}</Tabs.Tab>
                <Tabs.Tab value="samples">{t("tab.samples")}</Tabs.Tab>
              </>
            )}
            {item && <Tabs.Tab value="history">{t("tab.history")}</Tabs.Tab>}
          </TabRow>
          <Tabs.Panel value="general">
            <GeneralPart type={type} form={form} language={language} portfolio={portfolio} groups={groups} />
          </Tabs.Panel>
          <Tabs.Panel value="fields">
            <FieldsEditor form={form} language={language} />
          </Tabs.Panel>
          <Tabs.Panel value="samples">
            <SamplesPart form={form} language={language} />
          </Tabs.Panel>
          {item && (
            <Tabs.Panel value="history">
              <Changes objectId={item.item.id} />
            </Tabs.Panel>
          )}
        </Tabs>
        {refusal && (
          <Alert role="alert" color="red" icon={<IconAlertTriangle />}>
            {refusal}
          </Alert>
        )}
        <Group justify="space-between">
          <Button type="submit" loading={busy}>
            {t("save")}
          </Button>
          {item && (
            <Button variant="default" leftSection={<IconTrash size={16} />} onClick={() => setRemoving(true)}>
              {t("remove")}
            </Button>
          )}
        </Group>
      </Stack>
      {item && removing && (
        <RemoveDialog item={item} portfolio={portfolio} onClose={() => setRemoving(false)} onDone={onSaved} />
      )}
    </form>
  );
}
