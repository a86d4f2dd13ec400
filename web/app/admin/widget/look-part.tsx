import { Checkbox, ColorInput, Group, NumberInput, SegmentedControl, Stack, TextInput } from "@mantine/core";
import { contrastOf, textColorOn } from "../../../../contract/contrast.js";
import { type Locale, languages } from "../../../texts/index.js";
import { LogoField } from "./logo-field.js";
import type { WidgetForm } from "./use-widget-form.js";
import { useWidgetTexts } from "./use-widget-texts.js";

export interface LookPartProps {
  readonly form: WidgetForm;
  readonly language: Locale;
  readonly logoUrl: string | undefined;
  readonly onChanged: () => void;
}

const swatches = ["#4263eb", "#0b7285", "#2b8a3e", "#c2255c", "#862e9c", "#e8590c", "#ffd43b", "#212529"];

/** Words, colour and place. */
export function LookPart({ form, language, logoUrl, onChanged }: LookPartProps) {
  const t = useWidgetTexts();
  const lang = { lang: language };
  return (
    <Stack>
      <TextInput
        {...lang}
        label={t("name")}
        description={t("name.hint")}
        maxLength={60}
        {...form.getInputProps(`title.${language}`)}
        value={form.values.title[language] ?? ""}
      />
      <TextInput
        {...lang}
        label={t("greeting")}
        maxLength={120}
        {...form.getInputProps(`greeting.${language}`)}
        value={form.values.greeting[language] ?? ""}
      />
      <TextInput
        {...lang}
        label={t("button")}
        description={t("button.hint")}
        maxLength={30}
        {...form.getInputProps(`button.${language}`)}
        value={form.values.button[language] ?? ""}
      />
      <ColorInput
        label={t("accent")}
        description={useContrastHint(form.values.accent)}
        format="hex"
        swatches={swatches}
        withEyeDropper={false}
        {...form.getInputProps("accent")}
      />
      <LogoField logoUrl={logoUrl} onChanged={onChanged} />
      <Group align="flex-end">
        <SegmentedControl
          aria-label={t("position")}
          data={(["left", "right"] as const).map((side) => ({ value: side, label: t(`position.${side}`) }))}
          {...form.getInputProps("position")}
        />
        <NumberInput
          label={t("offset.side")}
          min={0}
          max={200}
          allowDecimal={false}
          clampBehavior="strict"
          flex={1}
          value={form.values.offset.side}
          onChange={(px) => form.setFieldValue("offset.side", Number(px))}
        />
        <NumberInput
          label={t("offset.bottom")}
          min={0}
          max={200}
          allowDecimal={false}
          clampBehavior="strict"
          flex={1}
          value={form.values.offset.bottom}
          onChange={(px) => form.setFieldValue("offset.bottom", Number(px))}
        />
      </Group>
      <Checkbox.Group label={t("languages")} {...form.getInputProps("languages")}>
        <Group mt={6}>
          {languages.map(({ locale, name }) => (
            <Checkbox key={locale} value={locale} label={name} />
          ))}
        </Group>
      </Checkbox.Group>
    </Stack>
  );
}

function useContrastHint(accent: string): string {
  const t = useWidgetTexts();
  if (!/^#[0-9a-f]{6}$/i.test(accent)) return t("fault.color");
  const text = textColorOn(accent);
  const ratio = new Intl.NumberFormat(t.locale, { maximumFractionDigits: 1 }).format(
    contrastOf(text, accent),
  );
  return t(text === "#ffffff" ? "accent.white" : "accent.black", { ratio });
}
