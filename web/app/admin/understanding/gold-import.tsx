import { Alert, Button, FileInput, Group, List, Modal, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconUpload } from "@tabler/icons-react";
import { useState } from "react";
import type { GoldImportReport } from "../../../../contract/gold.js";
import { adminTexts } from "../../../texts/admin/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { useUnderstandingTexts } from "./use-understanding-texts.js";

const shownMax = 20;

/** Takes the sentences of a file into the gold set. */
export function GoldImport({ onImported }: { onImported: () => void }) {
  const t = useUnderstandingTexts();
  const tAdmin = useTexts(adminTexts);
  const { api } = useDesk();
  const [opened, { open, close }] = useDisclosure(false);
  const [file, setFile] = useState<File | null>(null);
  const [report, setReport] = useState<GoldImportReport>();
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function send(): Promise<void> {
    if (!file) return;
    setBusy(true);
    setFault(undefined);
    try {
      const format = file.name.toLowerCase().endsWith(".json") ? "json" : "csv";
      setReport(await api.understanding.importGold({ format, content: await file.text() }));
      onImported();
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  }

  return (
    <>
      <Button
        variant="default"
        leftSection={<IconUpload size={16} />}
        onClick={() => {
          setReport(undefined);
          setFile(null);
          open();
        }}
      >
        {t("gold.import")}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t("gold.import")}
        closeButtonProps={{ "aria-label": tAdmin("close") }}
      >
        <Stack>
          <FileInput
            label={t("gold.import")}
            description={t("gold.import.hint")}
            accept=".csv,.json,text/csv,application/json"
            value={file}
            onChange={setFile}
          />
          {fault && (
            <Alert role="alert" color="red">
              {fault}
            </Alert>
          )}
          {report && (
            <div role="status">
              <Text size="sm">
                {t("gold.imported", { created: report.created, updated: report.updated })}
              </Text>
              <List size="sm">
                {report.refused.slice(0, shownMax).map(({ at, reason }) => (
                  <List.Item key={at}>{t("gold.refused", { at, reason })}</List.Item>
                ))}
              </List>
            </div>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {tAdmin("close")}
            </Button>
            <Button disabled={!file} loading={busy} onClick={() => void send()}>
              {t("gold.import")}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
