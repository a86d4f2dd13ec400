import { Button, Group, Input, SegmentedControl, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useRef } from "react";
import { type TemplateVariable, templateVariables } from "../../../../contract/mail-variables.js";
import { type Locale, languages } from "../../../texts/index.js";
import { type Draft, insertAt } from "./draft.js";
import { useMailTexts } from "./use-mail-texts.js";

interface WordsFieldsProps {
  readonly draft: Draft;
  readonly language: Locale;
  readonly onLanguage: (language: Locale) => void;
  readonly onChange: (draft: Draft) => void;
}

/** Subject and text in one language, with the values that can be put in by a button. */
export function WordsFields({ draft, language, onLanguage, onChange }: WordsFieldsProps) {
  const t = useMailTexts();
  const subject = useRef<HTMLInputElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const last = useRef<"subject" | "text">("text");
  const isNeeded = language === "en";

  const write = (part: "subject" | "text", value: string): void =>
    onChange({ ...draft, [part]: { ...draft[part], [language]: value } });
  const insert = (variable: TemplateVariable): void => {
    const field = last.current === "subject" ? subject.current : text.current;
    if (!field) return;
    const { selectionStart, selectionEnd, value } = field;
    const word = `{${variable}}`;
    const from = selectionStart ?? value.length;
    write(last.current, insertAt(value, word, from, selectionEnd ?? from));
    field.focus();
    // The new words are in the field after the next paint.
    requestAnimationFrame(() => field.setSelectionRange(from + word.length, from + word.length));
  };

  return (
    <Stack gap="md">
      <div>
        <Input.Label id="language-label">{t("language")}</Input.Label>
        <SegmentedControl
          fullWidth
          aria-labelledby="language-label"
          value={language}
          onChange={(value) => onLanguage(languages.find(({ locale }) => locale === value)?.locale ?? "en")}
          data={languages.map(({ locale, name }) => ({
            value: locale,
            label: draft.text[locale].trim() ? name : `${name} (${t("language.missing")})`,
          }))}
        />
      </div>
      <TextInput
        ref={subject}
        label={t("subject")}
        required={isNeeded}
        maxLength={200}
        value={draft.subject[language]}
        onFocus={() => {
          last.current = "subject";
        }}
        onChange={({ currentTarget: { value } }) => write("subject", value)}
      />
      <Textarea
        ref={text}
        label={t("text")}
        description={isNeeded ? undefined : t("text.fallback")}
        required={isNeeded}
        autosize
        minRows={7}
        maxRows={16}
        maxLength={10_000}
        value={draft.text[language]}
        onFocus={() => {
          last.current = "text";
        }}
        onChange={({ currentTarget: { value } }) => write("text", value)}
      />
      <Group gap={6} role="group" aria-label={t("variables")}>
        <Text size="xs" c="dimmed">
          {t("variables")}
        </Text>
        {templateVariables.map((variable) => (
          <Button
            key={variable}
            size="compact-xs"
            variant="light"
            title={t(`variable.${variable}`)}
            onClick={() => insert(variable)}
          >
            {`{${variable}}`}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
