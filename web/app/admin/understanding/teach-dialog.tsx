import { Alert, Button, Group, Modal, Select, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { type Locale, toLocale } from "../../../../contract/locale.js";
import type { UnderstandingState } from "../../../../contract/understanding.js";
import { adminTexts } from "../../../texts/admin/index.js";
import { languages } from "../../../texts/index.js";
import { useTexts } from "../../shared/desk.js";
import { TargetSelect } from "./target-select.js";
import { useUnderstandingTexts } from "./use-understanding-texts.js";

export interface Taught {
  readonly text: string;
  readonly language: Locale;
  readonly target: string;
}

interface TeachProps {
  readonly title: string;
  readonly targetLabel: string;
  readonly state: UnderstandingState;
  readonly begun: Omit<Taught, "target">;
  readonly onClose: () => void;
  /** Rejects with the reason why it cannot be taught. */
  readonly onSave: (taught: Taught) => Promise<void>;
}

const longest = 300;

/** Says what a sentence means. */
export function TeachDialog({ title, targetLabel, state, begun, onClose, onSave }: TeachProps) {
  const t = useUnderstandingTexts();
  const tAdmin = useTexts(adminTexts);
  const [text, setText] = useState(begun.text.slice(0, longest));
  const [language, setLanguage] = useState<Locale>(begun.language);
  const [target, setTarget] = useState<string | null>(null);
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (target === null || text.trim() === "") return;
    setBusy(true);
    try {
      await onSave({ text: text.trim(), language, target });
      onClose();
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  }

  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ "aria-label": tAdmin("close") }}>
      <form onSubmit={(event) => void save(event)}>
        <Stack>
          <TextInput
            label={t("teach.sentence")}
            required
            maxLength={longest}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
          <Select
            label={t("language")}
            allowDeselect={false}
            data={languages.map(({ locale, name }) => ({ value: locale, label: name }))}
            value={language}
            onChange={(value) => setLanguage(toLocale(value ?? undefined) ?? language)}
          />
          <TargetSelect label={targetLabel} state={state} value={target} onChange={setTarget} />
          {fault && (
            <Alert role="alert" color="red">
              {fault}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={busy} disabled={target === null || text.trim() === ""}>
              {t("save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
