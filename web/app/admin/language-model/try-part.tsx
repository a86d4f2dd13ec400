import { Alert, Button, Group, Paper, Select, Stack, Text, TextInput, Title } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { TriedModel } from "../../../../contract/language-model.js";
import { toLocale } from "../../../../contract/locale.js";
import { languageModelTexts } from "../../../texts/language-model/index.js";
import { languages } from "../../../texts/index.js";
import { useDesk, useLocale, useTexts } from "../../shared/desk.js";
import { Verdict } from "./verdict.js";

/** Asks as a requester would: what the model was given, what it wrote, and what the check says. */
export function TryPart({ onTried }: { onTried: () => void }) {
  const t = useTexts(languageModelTexts);
  const { api } = useDesk();
  const locale = useLocale();
  const [question, setQuestion] = useState("");
  const [language, setLanguage] = useState(locale);
  const [tried, setTried] = useState<TriedModel>();
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function ask(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (question.trim() === "") return;
    setBusy(true);
    setFault(undefined);
    try {
      setTried(await api.languageModel.tryIt(question.trim(), language));
      onTried();
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  }

  return (
    <Stack gap="md">
      <Paper withBorder p="lg" radius="lg">
        <form onSubmit={(event) => void ask(event)}>
          <Group align="flex-end" gap="sm">
            <TextInput
              label={t("try.question")}
              placeholder={t("try.placeholder")}
              flex="1 1 260px"
              maxLength={1000}
              value={question}
              onChange={({ currentTarget }) => setQuestion(currentTarget.value)}
            />
            <Select
              label={t("try.language")}
              w={160}
              allowDeselect={false}
              data={languages.map(({ locale: of, name }) => ({ value: of, label: name }))}
              value={language}
              onChange={(value) => setLanguage(toLocale(value ?? undefined) ?? language)}
            />
            <Button type="submit" loading={busy} disabled={question.trim() === ""}>
              {t("try.go")}
            </Button>
          </Group>
        </form>
        <Text size="xs" c="dimmed" mt="xs">
          {t("try.hint")}
        </Text>
      </Paper>
      {fault && (
        <Alert role="alert" color="red">
          {fault}
        </Alert>
      )}
      <div role="status">{tried && <Tried tried={tried} />}</div>
    </Stack>
  );
}

function Tried({ tried }: { tried: TriedModel }) {
  const t = useTexts(languageModelTexts);
  const { answer, written, sources } = tried;
  if (sources.length === 0) return <Text size="sm">{t("try.none")}</Text>;
  return (
    <Stack gap="md">
      <Verdict of={tried} />
      {answer !== undefined && <Words title={t("try.reads")} text={answer} />}
      {written !== undefined && written !== answer && <Words title={t("try.written")} text={written} />}
      <section aria-label={t("try.sources")}>
        <Title order={2} size="h5" mb="xs">
          {t("try.sources")}
        </Title>
        {sources.map(({ number, title, text }) => (
          <details key={number}>
            <summary>
              [{number}] {title}
            </summary>
            <Text size="sm" c="dimmed" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
              {text}
            </Text>
          </details>
        ))}
      </section>
    </Stack>
  );
}

function Words({ title, text }: { title: string; text: string }) {
  return (
    <Paper component="section" withBorder p="md" radius="lg" aria-label={title}>
      <Title order={2} size="h5" mb="xs">
        {title}
      </Title>
      <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
        {text}
      </Text>
    </Paper>
  );
}
