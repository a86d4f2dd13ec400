import {
  ActionIcon,
  Alert,
  Badge,
  Button,
  Group,
  Modal,
  Select,
  Stack,
  TagsInput,
  Text,
  Title,
} from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { toLocale } from "../../../../contract/locale.js";
import type { Synonym, SynonymForm } from "../../../../contract/search-words.js";
import { adminTexts } from "../../../texts/admin/index.js";
import { languages } from "../../../texts/index.js";
import { useDesk, useLocale, useTexts } from "../../shared/desk.js";
import adminClasses from "../admin.module.css";
import { useTell } from "../use-tell.js";
import { ExportMenu } from "./export-menu.js";
import classes from "./understanding.module.css";
import { useUnderstandingTexts } from "./use-understanding-texts.js";

interface PartProps {
  readonly synonyms: readonly Synonym[];
  readonly onChanged: () => void;
  readonly onRemove: (id: string) => void;
}

/** Lines of words that mean the same. */
export function SynonymsPart({ synonyms, onChanged, onRemove }: PartProps) {
  const t = useUnderstandingTexts();
  const [editing, setEditing] = useState<Synonym | "new">();
  return (
    <section aria-labelledby="synonyms-title">
      <div className={classes.head}>
        <div>
          <Title order={2} size="h4" id="synonyms-title">
            {t("synonyms.title")}
          </Title>
          <Text size="sm" c="dimmed">
            {t("synonyms.hint")}
          </Text>
        </div>
        <Group gap="xs">
          <ExportMenu what="synonyms" />
          <Button leftSection={<IconPlus size={16} />} onClick={() => setEditing("new")}>
            {t("add")}
          </Button>
        </Group>
      </div>
      {synonyms.length === 0 ? (
        <Text size="sm" c="dimmed" mt="sm">
          {t("synonyms.none")}
        </Text>
      ) : (
        <ul className={classes.list} style={{ marginTop: 12 }}>
          {synonyms.map((synonym) => {
            const name = synonym.words.join(" = ");
            return (
              <li key={synonym.id} className={classes.item}>
                <Group justify="space-between" wrap="nowrap">
                  <Group gap="xs">
                    <Badge variant="default">{synonym.language}</Badge>
                    <button type="button" className={adminClasses.open} onClick={() => setEditing(synonym)}>
                      {name}
                    </button>
                  </Group>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t("remove.of", { name })}
                    title={t("remove")}
                    onClick={() => onRemove(synonym.id)}
                  >
                    <IconX size={16} />
                  </ActionIcon>
                </Group>
              </li>
            );
          })}
        </ul>
      )}
      {editing && (
        <SynonymDialog
          synonym={editing === "new" ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onSaved={onChanged}
        />
      )}
    </section>
  );
}

interface DialogProps {
  readonly synonym: Synonym | undefined;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

function SynonymDialog({ synonym, onClose, onSaved }: DialogProps) {
  const t = useUnderstandingTexts();
  const tAdmin = useTexts(adminTexts);
  const { api } = useDesk();
  const tell = useTell();
  const locale = useLocale();
  const [form, setForm] = useState<SynonymForm>({
    language: synonym?.language ?? locale,
    words: synonym?.words ?? [],
  });
  const [fault, setFault] = useState<string>();

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    try {
      await api.understanding.saveSynonym(synonym?.id, form);
      tell.done(t("search.saved"));
      onSaved();
      onClose();
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t("synonyms.title")}
      closeButtonProps={{ "aria-label": tAdmin("close") }}
    >
      <form onSubmit={(event) => void save(event)}>
        <Stack>
          <Select
            label={t("language")}
            allowDeselect={false}
            data={languages.map(({ locale: of, name }) => ({ value: of, label: name }))}
            value={form.language}
            onChange={(value) =>
              setForm({ ...form, language: toLocale(value ?? undefined) ?? form.language })
            }
          />
          <TagsInput
            label={t("synonyms.words")}
            description={t("synonyms.words.hint")}
            splitChars={[",", " "]}
            acceptValueOnBlur
            value={form.words}
            onChange={(words) => setForm({ ...form, words })}
          />
          {fault && (
            <Alert role="alert" color="red">
              {fault}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" disabled={form.words.length < 2}>
              {t("save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
