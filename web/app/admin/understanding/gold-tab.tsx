import { Button, Group, SegmentedControl, Skeleton, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconGauge, IconPlus } from "@tabler/icons-react";
import { useCallback, useState } from "react";
import type { UnderstandingState } from "../../../../contract/understanding.js";
import { useDesk, useLocale } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { useTell } from "../use-tell.js";
import { ExportMenu } from "./export-menu.js";
import { GoldImport } from "./gold-import.js";
import { GoldList } from "./gold-list.js";
import { GoldRuns } from "./gold-runs.js";
import { TeachDialog } from "./teach-dialog.js";
import classes from "./understanding.module.css";
import { useUnderstandingTexts } from "./use-understanding-texts.js";

/** The sentences the assistant is measured with, and its score over time. */
export function GoldTab({ state, onChanged }: { state: UnderstandingState; onChanged: () => void }) {
  const t = useUnderstandingTexts();
  const { api } = useDesk();
  const locale = useLocale();
  const tell = useTell();
  const [opened, { open, close }] = useDisclosure(false);
  const [shown, setShown] = useState("all");
  const [busy, setBusy] = useState(false);
  const load = useCallback(
    async () => ({
      sentences: (await api.understanding.readGold(locale)).items,
      runs: (await api.understanding.readGoldRuns()).items,
    }),
    [api, locale],
  );
  const [loaded, reload] = useLoaded(load);
  const changed = () => {
    reload();
    onChanged();
  };

  async function run(work: Promise<unknown>, message?: string): Promise<void> {
    setBusy(true);
    try {
      await work;
      if (message) tell.done(message);
    } catch (error) {
      tell.failed(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
    changed();
  }

  return (
    <Stack gap="md">
      <div className={classes.head}>
        <Text size="sm" c="dimmed" flex="1 1 260px">
          {t("gold.hint")}
        </Text>
        <Group gap="xs">
          <GoldImport onImported={changed} />
          <ExportMenu what="gold" />
          <Button
            variant="default"
            leftSection={<IconGauge size={16} />}
            loading={busy}
            onClick={() => void run(api.understanding.measure())}
          >
            {t("gold.measure")}
          </Button>
          <Button leftSection={<IconPlus size={16} />} onClick={open}>
            {t("gold.add")}
          </Button>
        </Group>
      </div>
      {loaded.status === "loading" && <Skeleton h={320} radius="lg" />}
      {loaded.status === "failed" && <LoadFailed message={loaded.error.message} onRetry={reload} />}
      {loaded.status === "ready" && (
        <>
          <GoldRuns runs={loaded.value.runs} />
          <SegmentedControl
            aria-label={t("tab.gold")}
            value={shown}
            onChange={setShown}
            data={[
              { value: "all", label: t("gold.total") },
              { value: "missed", label: t("gold.only-missed") },
            ]}
            style={{ alignSelf: "flex-start" }}
          />
          <GoldList
            sentences={loaded.value.sentences.filter(({ missed }) => shown === "all" || missed !== undefined)}
            isMeasured={loaded.value.runs.length > 0}
            onRemove={(id) => void run(api.understanding.removeGold(id), t("gold.removed"))}
          />
        </>
      )}
      {opened && (
        <TeachDialog
          title={t("gold.add")}
          targetLabel={t("gold.expected")}
          state={state}
          begun={{ text: "", language: locale }}
          onClose={close}
          onSave={async ({ text, language, target }) => {
            await api.understanding.addGold({ text, language, expected: [target] });
            tell.done(t("gold.added"));
            changed();
          }}
        />
      )}
    </Stack>
  );
}
