import { Button, Group, Paper, Stack, TextInput, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconTrash } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import type { EmailTemplate } from "../../../../contract/mail.js";
import { useDesk } from "../../shared/desk.js";
import { DeleteDialog } from "./delete-dialog.js";
import { fromDraft, isSame, isWhole, toDraft } from "./draft.js";
import { Preview } from "./preview.js";
import { tellError } from "./tell-error.js";
import { TestMail } from "./test-mail.js";
import { useMailTexts } from "./use-mail-texts.js";
import { WordsFields } from "./words-fields.js";

interface TemplateEditorProps {
  /** Left out for one that is to be made. */
  readonly template: EmailTemplate | undefined;
  /** Told which one to show then; "" where none is left. */
  readonly onSaved: (id: string) => void;
  readonly onTried: () => void;
}

/** One template in its languages, how it will look, and a test of it. */
export function TemplateEditor({ template, onSaved, onTried }: TemplateEditorProps) {
  const t = useMailTexts();
  const { api } = useDesk();
  const kept = toDraft(template);
  const [draft, setDraft] = useState(kept);
  const [language, setLanguage] = useState(t.locale);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [asking, setAsking] = useState(false);
  const isChanged = !isSame(draft, kept);

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      const { id } = await api.writeTemplate(fromDraft(draft), template?.id);
      notifications.show({ color: "green", message: t("saved") });
      onSaved(id);
    } catch (failure) {
      setError(tellError(failure));
    }
    setBusy(false);
  };

  return (
    <Paper component="section" withBorder p="lg" radius="lg" aria-labelledby="template-title">
      <Stack gap="md">
        <form onSubmit={save}>
          <Stack gap="md">
            <Title order={2} size="h4" id="template-title">
              {template?.name ?? t("editor.new")}
            </Title>
            <TextInput
              label={t("name")}
              required
              maxLength={200}
              value={draft.name}
              onChange={({ currentTarget: { value } }) => setDraft((now) => ({ ...now, name: value }))}
            />
            <WordsFields draft={draft} language={language} onLanguage={setLanguage} onChange={setDraft} />
            <Group gap="xs">
              <Button type="submit" loading={busy} disabled={!isChanged || !isWhole(draft)}>
                {t("save")}
              </Button>
              {isChanged && (
                <Button variant="default" onClick={() => setDraft(kept)}>
                  {t("undo")}
                </Button>
              )}
              {template && (
                <Button
                  variant="subtle"
                  color="red"
                  ms="auto"
                  leftSection={<IconTrash size={16} />}
                  onClick={() => setAsking(true)}
                >
                  {t("delete")}
                </Button>
              )}
            </Group>
            {error && (
              <p role="alert" style={{ margin: 0, color: "var(--mantine-color-error)" }}>
                {error}
              </p>
            )}
          </Stack>
        </form>
        <Preview draft={draft} language={language} />
        {template && <TestMail id={template.id} locale={language} isChanged={isChanged} onTried={onTried} />}
      </Stack>
      {template && (
        <DeleteDialog
          template={template}
          opened={asking}
          onClose={() => setAsking(false)}
          onDeleted={() => onSaved("")}
        />
      )}
    </Paper>
  );
}
