import { Stack, Textarea } from "@mantine/core";

export type Localized = Readonly<Record<string, string>>;

const languages = { en: "English", es: "Español", pt: "Português" } as const;

/** The texts of a value that is written per language, or `undefined` where one text holds for all. */
export function readLocalized(value: string): Localized | undefined {
  if (!value.trimStart().startsWith("{")) return undefined;
  try {
    const parsed: unknown = JSON.parse(value);
    if (typeof parsed !== "object" || parsed === null || !("en" in parsed)) return undefined;
    const all = Object.entries(parsed);
    const texts = all.flatMap(([language, text]) =>
      typeof text === "string" ? [[language, text] as const] : [],
    );
    return texts.length === all.length ? Object.fromEntries(texts) : undefined;
  } catch {
    return undefined;
  }
}

export interface LocalizedFieldProps {
  readonly texts: Localized;
  readonly error: string | undefined;
  /** Ids of what names and explains the field. */
  readonly described: { readonly "aria-describedby": string };
  readonly onChange: (value: string) => void;
}

/** One text in each language of the product. */
export function LocalizedField({ texts, error, described, onChange }: LocalizedFieldProps) {
  const write = (language: string, text: string) => {
    const { [language]: _former, ...others } = texts;
    onChange(JSON.stringify(text === "" && language !== "en" ? others : { ...others, [language]: text }));
  };
  return (
    <Stack gap="xs">
      {Object.entries(languages).map(([language, name]) => (
        <Textarea
          key={language}
          {...described}
          label={name}
          lang={language}
          value={texts[language] ?? ""}
          error={language === "en" ? error : undefined}
          autosize
          minRows={2}
          maxRows={8}
          onChange={(event) => write(language, event.currentTarget.value)}
        />
      ))}
    </Stack>
  );
}
