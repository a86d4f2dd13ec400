import { Button, Group, Select, SimpleGrid, Skeleton, Stack, Text } from "@mantine/core";
import { useCallback, useState } from "react";
import type { SurveySettings } from "../../../../contract/satisfaction.js";
import { type SurveyChoice, surveyChoices } from "../../../../contract/survey-choices.js";
import { useDesk } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { SideSheet } from "../side-sheet.js";
import { useTell } from "../use-tell.js";
import { useReportsTexts } from "./use-reports-texts.js";

const inherit = "inherit";

interface Named {
  readonly id: string;
  readonly name: string;
}

/** After which talks requesters are asked, for the desk and for each group. */
export function SurveySheet({ groups, onClose }: { groups: readonly Named[]; onClose: () => void }) {
  const t = useReportsTexts();
  const { api } = useDesk();
  const [settings, reload] = useLoaded(useCallback(() => api.reports.readSurveySettings(), [api]));
  return (
    <SideSheet title={t("survey")} onClose={onClose}>
      <Text size="sm" c="dimmed" mb="md">
        {t("survey.hint")}
      </Text>
      {settings.status === "loading" && <Skeleton h={200} aria-hidden />}
      {settings.status === "failed" && <LoadFailed message={settings.error.message} onRetry={reload} />}
      {settings.status === "ready" && (
        <SurveyForm settings={settings.value} groups={groups} onSaved={onClose} />
      )}
    </SideSheet>
  );
}

interface SurveyFormProps {
  readonly settings: SurveySettings;
  readonly groups: readonly Named[];
  readonly onSaved: () => void;
}

function SurveyForm({ settings, groups, onSaved }: SurveyFormProps) {
  const t = useReportsTexts();
  const tell = useTell();
  const { api } = useDesk();
  const [draft, setDraft] = useState(settings);
  const [busy, setBusy] = useState(false);
  const choices = surveyChoices.map((value) => ({ value, label: t(`survey.${value}`) }));
  const pick = (value: string | null): SurveyChoice | undefined =>
    surveyChoices.find((known) => known === value);

  const setGroup = (groupId: string, ask: SurveyChoice | undefined): void => {
    const others = draft.groups.filter((one) => one.groupId !== groupId);
    setDraft({ ...draft, groups: ask ? [...others, { groupId, ask }] : others });
  };
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      await api.reports.saveSurveySettings(draft);
      tell.done(t("survey.saved"));
      onSaved();
    } catch (error) {
      tell.failed(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  };

  return (
    <Stack>
      <Select
        label={t("survey.desk")}
        data={choices}
        allowDeselect={false}
        value={draft.desk}
        onChange={(value) => setDraft({ ...draft, desk: pick(value) ?? draft.desk })}
      />
      <SimpleGrid cols={1} spacing="sm">
        {groups.map(({ id, name }) => (
          <Select
            key={id}
            label={name}
            data={[{ value: inherit, label: t("survey.inherit") }, ...choices]}
            allowDeselect={false}
            value={draft.groups.find((one) => one.groupId === id)?.ask ?? inherit}
            onChange={(value) => setGroup(id, pick(value))}
          />
        ))}
      </SimpleGrid>
      <Group justify="flex-end">
        <Button loading={busy} onClick={() => void save()}>
          {t("survey.save")}
        </Button>
      </Group>
    </Stack>
  );
}
