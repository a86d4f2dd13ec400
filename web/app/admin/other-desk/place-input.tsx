import { Select, TextInput } from "@mantine/core";

export interface DeskChoice {
  readonly value: string;
  readonly label: string;
}

interface PlaceInputProps {
  readonly label: string;
  readonly description?: string;
  readonly choices: readonly DeskChoice[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A group or category of the other desk: chosen where it has told which there are, written where not. */
export function PlaceInput({ label, description, choices, value, onChange }: PlaceInputProps) {
  if (choices.length === 0) {
    return (
      <TextInput
        label={label}
        description={description}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    );
  }
  const isKnown = value === "" || choices.some((one) => one.value === value);
  return (
    <Select
      label={label}
      description={description}
      data={[...choices, ...(isKnown ? [] : [{ value, label: value }])]}
      searchable
      value={value === "" ? null : value}
      onChange={(chosen) => onChange(chosen ?? "")}
    />
  );
}
