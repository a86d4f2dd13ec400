import { Alert, Badge, Button, Group, Paper, Select, Stack, TextInput } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { toLocale } from "../../../../contract/locale.js";
import type { Tried } from "../../../../contract/understanding.js";
import { languages } from "../../../texts/index.js";
import { saveFile } from "../../../chat/index.js";
import { useDesk, useLocale } from "../../shared/desk.js";
import { TriedView } from "./tried-view.js";
import { useUnderstandingTexts } from "./use-understanding-texts.js";

const longest = 300;

/** Explains what the assistant makes of a sentence: each score, and why. */
export function TryTab() {
  const t = useUnderstandingTexts();
  const { api } = useDesk();
  const locale = useLocale();
  const [text, setText] = useState("");
  const [language, setLanguage] = useState("");
  const [tried, setTried] = useState<Tried>();
  const [asked, setAsked] = useState("");
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function explain(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (text.trim() === "") return;
    setBusy(true);
    setFault(undefined);
    const of = toLocale(language || undefined);
    setAsked(text.trim());
    try {
      setTried(await api.understanding.tryIt({ text: text.trim(), ...(of ? { language: of } : {}) }, locale));
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  }

  return (
    <Stack gap="md">
      <Paper withBorder p="lg" radius="lg">
        <form onSubmit={(event) => void explain(event)}>
          <Group align="flex-end" gap="sm">
            <TextInput
              label={t("try.sentence")}
              placeholder={t("try.placeholder")}
              flex="1 1 260px"
              maxLength={longest}
              value={text}
              onChange={({ currentTarget }) => setText(currentTarget.value)}
            />
            <Select
              label={t("language")}
              w={160}
              allowDeselect={false}
              data={[
                { value: "", label: t("try.detect") },
                ...languages.map(({ locale: of, name }) => ({ value: of, label: name })),
              ]}
              value={language}
              onChange={(value) => setLanguage(value ?? "")}
            />
            <Button type="submit" loading={busy} disabled={text.trim() === ""}>
              {t("try.go")}
            </Button>
          </Group>
        </form>
      </Paper>
      {fault && (
        <Alert role="alert" color="red">
          {fault}
        </Alert>
      )}
      {tried && (
        <div role="status">
          <Group justify="space-between" mb="sm">
            <Badge size="lg" variant="light" tt="none" c="var(--mantine-color-text)">
              {t(`verdict.${tried.verdict}`)}
            </Badge>
            <Button
              variant="default"
              leftSection={<IconDownload size={16} />}
              onClick={() => save({ sentence: asked, ...tried })}
            >
              {t("try.export")}
            </Button>
          </Group>
          <TriedView tried={tried} />
        </div>
      )}
    </Stack>
  );
}

function save(explained: Tried & { readonly sentence: string }): void {
  const text = `${JSON.stringify(explained, undefined, 2)}\n`;
  saveFile(new Blob([text], { type: "application/json" }), "explained.json");
}
