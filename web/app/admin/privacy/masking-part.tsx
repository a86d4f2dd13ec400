import {
  ActionIcon,
  Button,
  Checkbox,
  Fieldset,
  Group,
  Stack,
  Text,
  Textarea,
  TextInput,
} from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import type { Masking } from "../../../../contract/privacy.js";
import { privacyTexts } from "../../../texts/privacy/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { useTell } from "../use-tell.js";
import { type DraftPattern, fromDraft, toDraft } from "./pattern-draft.js";

const kinds = ["cards", "ibans", "secrets"] as const;

/** What is taken out before it is stored, with a place to try it. */
export function MaskingPart(props: { masking: Masking; version: number; onSaved: () => void }) {
  const { version, onSaved } = props;
  const t = useTexts(privacyTexts);
  const tell = useTell();
  const { api } = useDesk();
  const [draft, setDraft] = useState(() => toDraft(props.masking));
  const change = (key: number, part: Partial<DraftPattern>): void =>
    setDraft({
      ...draft,
      patterns: draft.patterns.map((one) => (one.key === key ? { ...one, ...part } : one)),
    });
  const save = (): void => {
    api.privacy.saveMasking(fromDraft(draft), version).then(
      () => {
        tell.done(t("saved"));
        onSaved();
      },
      (error: Error) => tell.failed(error.message),
    );
  };
  return (
    <Stack gap="md" maw={640}>
      <Text size="sm" c="dimmed">
        {t("masking.hint")}
      </Text>
      {kinds.map((kind) => (
        <Checkbox
          key={kind}
          label={t(kind)}
          checked={draft[kind]}
          onChange={({ currentTarget }) => setDraft({ ...draft, [kind]: currentTarget.checked })}
        />
      ))}
      <Fieldset legend={t("patterns")}>
        <Stack gap="xs">
          {draft.patterns.map(({ key, name, pattern }) => (
            <Group key={key} align="flex-end" gap="xs">
              <TextInput
                flex={1}
                label={t("pattern.name")}
                value={name}
                onChange={({ currentTarget }) => change(key, { name: currentTarget.value })}
              />
              <TextInput
                flex={2}
                label={t("pattern.text")}
                value={pattern}
                onChange={({ currentTarget }) => change(key, { pattern: currentTarget.value })}
              />
              <ActionIcon
                variant="default"
                size={36}
                aria-label={t("pattern.remove", { name })}
                onClick={() =>
                  setDraft({ ...draft, patterns: draft.patterns.filter((one) => one.key !== key) })
                }
              >
                <IconX size={16} />
              </ActionIcon>
            </Group>
          ))}
          <Group>
            <Button
              variant="default"
              size="compact-md"
              leftSection={<IconPlus size={14} />}
              disabled={draft.patterns.length >= 20}
              onClick={() => {
                const key = Math.max(0, ...draft.patterns.map((one) => one.key)) + 1;
                setDraft({ ...draft, patterns: [...draft.patterns, { key, name: "", pattern: "" }] });
              }}
            >
              {t("pattern.add")}
            </Button>
          </Group>
        </Stack>
      </Fieldset>
      <TryIt masking={fromDraft(draft)} />
      <Group>
        <Button onClick={save}>{t("save")}</Button>
      </Group>
    </Stack>
  );
}

function TryIt({ masking }: { masking: Masking }) {
  const t = useTexts(privacyTexts);
  const tell = useTell();
  const { api } = useDesk();
  const [text, setText] = useState("");
  const [stored, setStored] = useState<string>();
  const ask = (): void => {
    api.privacy.tryMasking(masking, text).then(
      (answer) => setStored(answer.text),
      (error: Error) => tell.failed(error.message),
    );
  };
  return (
    <Fieldset legend={t("try")}>
      <Stack gap="xs">
        <Textarea
          label={t("try.text")}
          value={text}
          maxLength={2000}
          autosize
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Group>
          <Button variant="default" disabled={text === ""} onClick={ask}>
            {t("try")}
          </Button>
        </Group>
        <div role="status">
          {stored !== undefined && (
            <Text size="sm">
              {t("try.stored")}: <b>{stored}</b>
            </Text>
          )}
        </div>
      </Stack>
    </Fieldset>
  );
}
