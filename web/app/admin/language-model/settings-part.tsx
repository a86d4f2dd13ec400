import {
  Button,
  Checkbox,
  Fieldset,
  Group,
  NumberInput,
  PasswordInput,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Switch,
  Text,
  TextInput,
} from "@mantine/core";
import { useId, useState } from "react";
import type { LanguageModel, LanguageModelSettings } from "../../../../contract/language-model.js";
import { languageModelTexts } from "../../../texts/language-model/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { useTell } from "../use-tell.js";

const tones = ["plain", "friendly", "formal"] as const satisfies readonly LanguageModelSettings["tone"][];

/** Where answers are written, for whom, and within which limits. */
export function SettingsPart({ model, onSaved }: { model: LanguageModel; onSaved: () => void }) {
  const t = useTexts(languageModelTexts);
  const tell = useTell();
  const { api } = useDesk();
  const [draft, setDraft] = useState(model.settings);
  const [apiKey, setApiKey] = useState<string>();
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<LanguageModelSettings>): void => setDraft({ ...draft, ...part });

  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      const { version } = model;
      await api.languageModel.save({ settings: draft, version, ...(apiKey === undefined ? {} : { apiKey }) });
      tell.done(t("saved"));
      setApiKey(undefined);
      onSaved();
    } catch (error) {
      tell.failed(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  };

  return (
    <Stack gap="md" maw={720}>
      <Switch
        label={t("on")}
        description={t("on.hint")}
        checked={draft.isOn}
        onChange={({ currentTarget }) => change({ isOn: currentTarget.checked })}
      />
      <Checkbox
        label={t("channels")}
        checked={draft.inChannels}
        onChange={({ currentTarget }) => change({ inChannels: currentTarget.checked })}
      />
      <Checkbox
        label={t("guests")}
        checked={draft.forGuests}
        onChange={({ currentTarget }) => change({ forGuests: currentTarget.checked })}
      />
      <Place draft={draft} model={model} change={change} />
      <KeyField model={model} value={apiKey} onChange={setApiKey} />
      <Tone value={draft.tone} onChange={(tone) => change({ tone })} />
      <Limits draft={draft} change={change} />
      <Group>
        <Button loading={busy} onClick={() => void save()}>
          {t("save")}
        </Button>
      </Group>
    </Stack>
  );
}

interface PartProps {
  readonly draft: LanguageModelSettings;
  readonly change: (part: Partial<LanguageModelSettings>) => void;
}

function Place({ draft, model, change }: PartProps & { readonly model: LanguageModel }) {
  const t = useTexts(languageModelTexts);
  return (
    <>
      <TextInput
        type="url"
        label={t("endpoint")}
        description={t(model.fixed.endpoint ? "fixed" : "endpoint.hint")}
        maxLength={500}
        disabled={model.fixed.endpoint}
        value={draft.endpoint}
        onChange={({ currentTarget }) => change({ endpoint: currentTarget.value })}
      />
      <TextInput
        label={t("model")}
        {...(model.fixed.model ? { description: t("fixed") } : {})}
        maxLength={200}
        disabled={model.fixed.model}
        value={draft.model}
        onChange={({ currentTarget }) => change({ model: currentTarget.value })}
      />
    </>
  );
}

interface KeyFieldProps {
  readonly model: LanguageModel;
  /** Undefined keeps the present key, an empty text takes it away. */
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

function KeyField({ model, value, onChange }: KeyFieldProps) {
  const t = useTexts(languageModelTexts);
  const { hasKey, fixed } = model;
  return (
    <Stack gap="xs">
      <PasswordInput
        label={t("key")}
        description={t(fixed.key ? "fixed" : hasKey ? "key.set" : "key.none")}
        autoComplete="off"
        maxLength={500}
        disabled={fixed.key || value === ""}
        value={value ?? ""}
        onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}
      />
      {hasKey && !fixed.key && (
        <Checkbox
          label={t("key.remove")}
          checked={value === ""}
          onChange={({ currentTarget }) => onChange(currentTarget.checked ? "" : undefined)}
        />
      )}
    </Stack>
  );
}

function Tone(props: {
  value: LanguageModelSettings["tone"];
  onChange: (tone: LanguageModelSettings["tone"]) => void;
}) {
  const t = useTexts(languageModelTexts);
  const labelId = useId();
  return (
    <div>
      <Text id={labelId} size="sm" fw={500} mb={4}>
        {t("tone")}
      </Text>
      <SegmentedControl
        aria-labelledby={labelId}
        data={tones.map((tone) => ({ value: tone, label: t(`tone.${tone}`) }))}
        value={props.value}
        onChange={(value) => props.onChange(tones.find((tone) => tone === value) ?? "plain")}
      />
    </div>
  );
}

const limits = [
  { name: "secondsMost", label: "seconds", hint: "seconds.hint", min: 1, max: 6 },
  { name: "atOnceMost", label: "at-once", hint: "at-once.hint", min: 1, max: 50 },
  { name: "answersPerTalk", label: "per-talk", hint: undefined, min: 1, max: 200 },
  { name: "tokensPerDay", label: "per-day", hint: "per-day.hint", min: 1000, max: 1_000_000_000 },
] as const;

function Limits({ draft, change }: PartProps) {
  const t = useTexts(languageModelTexts);
  return (
    <Fieldset legend={t("limits")}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {limits.map(({ name, label, hint, min, max }) => (
          <NumberInput
            key={name}
            label={t(label)}
            {...(hint === undefined ? {} : { description: t(hint) })}
            inputWrapperOrder={["label", "input", "description"]}
            min={min}
            max={max}
            allowDecimal={false}
            thousandSeparator=" "
            value={draft[name]}
            onChange={(value) => {
              if (typeof value === "number") change({ [name]: value });
            }}
          />
        ))}
      </SimpleGrid>
    </Fieldset>
  );
}
