import { Button, Group, Select, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { appTexts } from "../../texts/app.js";
import type { Parameter } from "../shared/api.js";
import { useTexts } from "../shared/desk.js";
import { LocalizedField, readLocalized } from "./localized-field.js";

export interface ParameterFieldProps {
  readonly parameter: Parameter;
  readonly error: string | undefined;
  /** Answers whether the server took it. */
  readonly onWrite: (value: string) => Promise<boolean>;
}

/** A text, number, address or choice that is saved by its button or by Enter. */
export function ValueField({ parameter, error, onWrite }: ParameterFieldProps) {
  const t = useTexts(appTexts);
  const [value, setValue] = useState(parameter.value);
  const [busy, setBusy] = useState(false);
  const isChanged = value !== parameter.value;

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    await onWrite(value);
    setBusy(false);
  };

  return (
    <form onSubmit={submit} noValidate>
      <Control parameter={parameter} value={value} error={error} onChange={setValue} />
      {isChanged && (
        <Group gap={6} mt={6}>
          <Button type="submit" size="compact-sm" loading={busy}>
            {t("admin.save")}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setValue(parameter.value)}>
            {t("admin.undo")}
          </Button>
        </Group>
      )}
    </form>
  );
}

interface ControlProps {
  readonly parameter: Parameter;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

function Control({ parameter: { number, type, options }, value, error, onChange }: ControlProps) {
  const t = useTexts(appTexts);
  const named = { "aria-labelledby": `name-${number}`, "aria-describedby": `help-${number}`, error };
  if (options) {
    return (
      <Select
        {...named}
        clearable
        searchable
        placeholder={t("admin.not-set")}
        clearButtonProps={{ "aria-label": t("admin.clear") }}
        data={options.map(({ id, name }) => ({ value: id, label: name }))}
        value={value || null}
        onChange={(chosen) => onChange(chosen ?? "")}
      />
    );
  }
  const typed = {
    ...named,
    value,
    placeholder: t("admin.not-set"),
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  const texts = type === "text" ? readLocalized(value) : undefined;
  if (texts) {
    const described = { "aria-describedby": `help-${number}` };
    return <LocalizedField texts={texts} error={error} described={described} onChange={onChange} />;
  }
  if (type === "text") return <Textarea {...typed} autosize minRows={2} maxRows={8} />;
  return <TextInput {...typed} inputMode={type === "number" ? "numeric" : type === "url" ? "url" : "text"} />;
}
