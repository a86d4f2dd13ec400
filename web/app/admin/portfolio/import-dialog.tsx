import { Alert, Button, FileInput, Group, Modal, Stack, Text } from "@mantine/core";
import { IconFile } from "@tabler/icons-react";
import { useState } from "react";
import type { ImportReport, PortfolioFormat } from "../../../../contract/portfolio.js";
import { adminTexts } from "../../../texts/admin/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { ReportView } from "./report-view.js";

interface Chosen {
  readonly format: PortfolioFormat;
  readonly content: string;
}

/** Reads a file, shows what it would change, and changes it when told to. */
export function ImportDialog({
  opened,
  onClose,
  onImported,
}: {
  opened: boolean;
  onClose: () => void;
  onImported: () => void;
}) {
  const t = useTexts(adminTexts);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("import.title")}
      size="lg"
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <ImportForm onClose={onClose} onImported={onImported} />
    </Modal>
  );
}

function ImportForm({ onClose, onImported }: { onClose: () => void; onImported: () => void }) {
  const t = useTexts(adminTexts);
  const { api } = useDesk();
  const [file, setFile] = useState<File | null>(null);
  const [chosen, setChosen] = useState<Chosen>();
  const [report, setReport] = useState<ImportReport>();
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);

  const send = async (wanted: Chosen, dryRun: boolean): Promise<void> => {
    setBusy(true);
    try {
      setReport(await api.admin.importPortfolio({ ...wanted, dryRun }));
      setRefusal(undefined);
      if (!dryRun) onImported();
    } catch (error) {
      setReport(undefined);
      setRefusal(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  };
  const choose = async (next: File | null): Promise<void> => {
    setFile(next);
    setReport(undefined);
    setRefusal(undefined);
    setChosen(undefined);
    if (next === null) return;
    const content = await next.text();
    const wanted = { content, format: formatOf(next.name, content) };
    setChosen(wanted);
    await send(wanted, true);
  };

  const changes = report ? report.created + report.updated : 0;
  return (
    <Stack>
      <Text size="sm">{t("import.hint")}</Text>
      <FileInput
        label={t("import.file")}
        placeholder={t("import.choose")}
        accept=".csv,.json,text/csv,application/json"
        leftSection={<IconFile size={16} />}
        clearable
        clearButtonProps={{ "aria-label": t("clear") }}
        value={file}
        onChange={(next) => void choose(next)}
      />
      {refusal && (
        <Alert role="alert" color="red" title={t("import.refused")}>
          {refusal}
        </Alert>
      )}
      {report && <ReportView report={report} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t(report?.dryRun === false ? "close" : "cancel")}
        </Button>
        {report?.dryRun !== false && (
          <Button
            loading={busy}
            disabled={chosen === undefined || changes === 0}
            onClick={() => chosen && void send(chosen, false)}
          >
            {t.count("import.run", changes)}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function formatOf(name: string, content: string): PortfolioFormat {
  return name.toLowerCase().endsWith(".json") || content.trimStart().startsWith("{") ? "json" : "csv";
}
