import { useId } from "preact/hooks";
import type { ActivityField } from "../../contract/ticket.js";
import { useScope } from "./context.js";
import { Select } from "./select.js";

type Values = Readonly<Record<string, string>>;

export interface ExtraFieldsProps {
  readonly fields: readonly ActivityField[];
  readonly values: Values;
  /** Whether what is missing is to be shown by now. */
  readonly checked: boolean;
  readonly onChange: (name: string, value: string) => void;
}

/** What the chosen activity asks for beside the description. */
export function ExtraFields({ fields, values, checked, onChange }: ExtraFieldsProps) {
  const { t } = useScope();
  return (
    <>
      {fields.map((field) => {
        const value = values[field.name] ?? "";
        const missing = checked && field.required && value.trim() === "";
        return (
          <ExtraField
            key={field.name}
            field={field}
            value={value}
            fault={missing ? t("home.required.field") : undefined}
            onChange={(next) => onChange(field.name, next)}
          />
        );
      })}
    </>
  );
}

interface ExtraFieldProps {
  readonly field: ActivityField;
  readonly value: string;
  readonly fault: string | undefined;
  readonly onChange: (value: string) => void;
}

function ExtraField({ field, value, fault, onChange }: ExtraFieldProps) {
  const { locale } = useScope();
  const id = useId();
  const label = field.label[locale] ?? field.label.en;
  if (field.type === "choice") {
    const options = field.options?.map((option) => ({
      id: option.value,
      name: option.label[locale] ?? option.label.en,
    }));
    return <Select label={label} options={options} value={value} fault={fault} onChange={onChange} />;
  }
  const input = {
    id,
    value,
    maxLength: field.maxChars,
    "aria-invalid": fault !== undefined,
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) => onChange(currentTarget.value),
  };
  return (
    <label class="field" htmlFor={id}>
      {label}
      {field.type === "date" && <input type="date" {...input} />}
      {field.type === "email" && <input type="email" {...input} />}
      {field.type === "number" && <input type="text" inputMode="decimal" {...input} />}
      {field.type === "text" && <input type="text" {...input} />}
      {fault && <span class="fault">{fault}</span>}
    </label>
  );
}

/** Whether everything that must be there is there. */
export function isComplete(fields: readonly ActivityField[], values: Values): boolean {
  return fields.every(({ name, required }) => !required || values[name]?.trim());
}
