import { useScope } from "./context.js";

export interface SelectProps {
  readonly label: string;
  /** Disabled while there are none. */
  readonly options: readonly { readonly id: string; readonly name: string }[] | undefined;
  readonly value: string;
  readonly fault: string | undefined;
  readonly onChange: (id: string) => void;
}

export function Select({ label, options, value, fault, onChange }: SelectProps) {
  const { t } = useScope();
  return (
    <label class="field">
      {label}
      <select
        value={value}
        disabled={!options}
        aria-invalid={fault !== undefined}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        <option value="">{t("home.choose")}</option>
        {options?.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {fault && <span class="fault">{fault}</span>}
    </label>
  );
}
