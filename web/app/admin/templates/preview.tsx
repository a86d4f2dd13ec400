import { Group, Text, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useCallback } from "react";
import type { Locale } from "../../../texts/index.js";
import { useDesk } from "../../shared/desk.js";
import { useLoaded } from "../../shared/use-loaded.js";
import type { Draft } from "./draft.js";
import classes from "./templates.module.css";
import { useMailTexts } from "./use-mail-texts.js";

const calmMs = 250;

/** How the e-mail will look, as the server makes it; it follows the typing. */
export function Preview({ draft, language }: { draft: Draft; language: Locale }) {
  const t = useMailTexts();
  const { api } = useDesk();
  const [subject] = useDebouncedValue(draft.subject[language] || draft.subject.en, calmMs);
  const [text] = useDebouncedValue(draft.text[language] || draft.text.en, calmMs);
  const load = useCallback(
    () => api.previewTemplate({ subject, text, locale: language }),
    [api, subject, text, language],
  );
  const [shown] = useLoaded(load);
  return (
    <section aria-labelledby="preview-title">
      <Group gap="xs" mb={6}>
        <Title order={3} size="h6" id="preview-title">
          {t("preview")}
        </Title>
        <Text size="xs" c="dimmed">
          {t("preview.hint")}
        </Text>
      </Group>
      <div className={classes.preview}>
        {shown.status === "failed" && <Text size="sm">{shown.error.message}</Text>}
        {shown.status === "ready" && (
          <>
            <Text fw={600} className={classes.subject}>
              {shown.value.subject}
            </Text>
            <Text size="sm" className={classes.words}>
              {shown.value.text}
            </Text>
          </>
        )}
      </div>
    </section>
  );
}
