import { Alert, Button, Group, SegmentedControl, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { useDesk } from "../shared/desk.js";
import { useRecordsTexts } from "./use-records-texts.js";

/** A memo with its readers; private unless one says otherwise. */
export function NoteForm({ number, onAdded }: { number: string; onAdded: () => void }) {
  const t = useRecordsTexts();
  const { api } = useDesk();
  const [text, setText] = useState("");
  const [visibility, setVisibility] = useState<"private" | "public">("private");
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();

  const submit = async (): Promise<void> => {
    setBusy(true);
    setRefusal(undefined);
    try {
      await api.records.addNote(number, { text: text.trim(), visibility });
      setText("");
      setVisibility("private");
      onAdded();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="sm">
        <Textarea
          label={t("note.text")}
          autosize
          minRows={2}
          maxLength={8000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {refusal && (
          <Alert role="alert" color="red">
            {refusal}
          </Alert>
        )}
        <Group justify="space-between">
          <SegmentedControl
            size="sm"
            aria-label={t("note.who")}
            value={visibility}
            onChange={(value) => setVisibility(value === "public" ? "public" : "private")}
            data={[
              { value: "private", label: t("note.private") },
              { value: "public", label: t("note.public") },
            ]}
          />
          <Button type="submit" variant="default" loading={busy} disabled={text.trim() === ""}>
            {t("note.add")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
