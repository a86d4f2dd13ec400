import { Select, SimpleGrid } from "@mantine/core";
import { otherDeskTexts } from "../../../texts/other-desk/index.js";
import { useTexts } from "../../shared/desk.js";
import type { DeskChoice } from "./place-input.js";

interface BackTableProps {
  readonly legend: string;
  /** What there is over there, as far as it is known. */
  readonly words: readonly string[];
  readonly ours: readonly DeskChoice[];
  readonly table: Readonly<Record<string, string>>;
  readonly onChange: (table: Record<string, string>) => void;
}

/** What each word of the other desk is here; one that is left empty changes nothing. */
export function BackTable({ legend, words, ours, table, onChange }: BackTableProps) {
  const t = useTexts(otherDeskTexts);
  const all = [...new Set([...Object.keys(table), ...words])];
  const set = (word: string, value: string | null) => {
    const { [word]: _before, ...rest } = table;
    onChange(value === null ? rest : { ...rest, [word]: value });
  };
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <legend>{legend}</legend>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
        {all.map((word) => (
          <Select
            key={word}
            label={word}
            data={[...ours]}
            clearable
            placeholder={t("ignored")}
            value={table[word] ?? null}
            onChange={(value) => set(word, value)}
          />
        ))}
      </SimpleGrid>
    </fieldset>
  );
}
