import { Textarea } from "@mantine/core";
import { adminTexts } from "../../../texts/admin/index.js";
import { useTexts } from "../../shared/desk.js";
import type { PartProps } from "./general-part.js";

/** What people say when they want this; the assistant learns from it within seconds. */
export function SamplesPart({ form, language }: PartProps) {
  const t = useTexts(adminTexts);
  return (
    <Textarea
      label={t("samples.label")}
      description={t("samples.hint")}
      autosize
      minRows={6}
      maxRows={20}
      {...form.getInputProps(`samples.${language}`)}
    />
  );
}
