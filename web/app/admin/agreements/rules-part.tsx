import {
  ActionIcon,
  Alert,
  Button,
  EmptyState,
  Group,
  Paper,
  Select,
  Skeleton,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconListCheck, IconPlus, IconTrash } from "@tabler/icons-react";
import { useCallback, useState } from "react";
import type { AgreementRule, AgreementRules } from "../../../../contract/agreement.js";
import { adminTexts } from "../../../texts/admin/index.js";
import { agreementsTexts } from "../../../texts/agreements/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { useTell } from "../use-tell.js";
import { ConditionsEditor } from "./conditions-editor.js";
import type { AgreementLists } from "./use-agreement-lists.js";

/** The rules in their order; saved as one whole. */
export function RulesPart({ lists }: { lists: AgreementLists }) {
  const { api } = useDesk();
  const [rules, reload] = useLoaded(useCallback(() => api.admin.agreements.readRules(), [api]));
  if (rules.status === "loading") return <Skeleton h={240} radius="lg" aria-hidden />;
  if (rules.status === "failed") return <LoadFailed message={rules.error.message} onRetry={reload} />;
  return <RulesForm key={rules.value.version} saved={rules.value} lists={lists} onSaved={reload} />;
}

interface RulesFormProps {
  readonly saved: AgreementRules;
  readonly lists: AgreementLists;
  readonly onSaved: () => void;
}

function RulesForm({ saved, lists, onSaved }: RulesFormProps) {
  const t = useTexts(agreementsTexts);
  const admin = useTexts(adminTexts);
  const tell = useTell();
  const { api } = useDesk();
  const [rules, setRules] = useState<readonly AgreementRule[]>(saved.rules);
  const [refusal, setRefusal] = useState<string>();
  const isReady = rules.every(
    ({ name, agreementId, conditions }) =>
      name.trim() !== "" && agreementId !== "" && conditions.every(({ values }) => values.length > 0),
  );
  const change = (at: number, to: Partial<AgreementRule>) =>
    setRules(rules.map((rule, place) => (place === at ? { ...rule, ...to } : rule)));
  const move = (at: number, by: number) => {
    const moved = [...rules];
    moved.splice(at + by, 0, ...moved.splice(at, 1));
    setRules(moved);
  };
  const save = async (): Promise<void> => {
    setRefusal(undefined);
    try {
      await api.admin.agreements.saveRules({ version: saved.version, rules: [...rules] });
      tell.done(t("rules.saved"));
      onSaved();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t("rules.hint")}
      </Text>
      {rules.length === 0 && (
        <EmptyState icon={<IconListCheck />} title={t("rules.none")} description={t("rules.none.text")} />
      )}
      {rules.map((rule, at) => (
        <Paper
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no name of its own but its place.
          key={at}
          withBorder
          p="md"
          radius="md"
          component="section"
          aria-label={t("rule.of", { number: at + 1 })}
        >
          <Stack gap="sm">
            <Group justify="space-between" wrap="nowrap" align="flex-end">
              <TextInput
                flex={1}
                label={t("name")}
                required
                error={rule.name.trim() === "" && admin("fault.needed")}
                maxLength={200}
                value={rule.name}
                onChange={(event) => change(at, { name: event.currentTarget.value })}
              />
              <Group gap={4} wrap="nowrap">
                <ActionIcon
                  variant="default"
                  size={36}
                  disabled={at === 0}
                  aria-label={t("rule.up")}
                  onClick={() => move(at, -1)}
                >
                  <IconArrowUp size={16} />
                </ActionIcon>
                <ActionIcon
                  variant="default"
                  size={36}
                  disabled={at === rules.length - 1}
                  aria-label={t("rule.down")}
                  onClick={() => move(at, 1)}
                >
                  <IconArrowDown size={16} />
                </ActionIcon>
                <ActionIcon
                  variant="default"
                  size={36}
                  aria-label={t("rule.remove")}
                  onClick={() => setRules(rules.filter((_, place) => place !== at))}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              </Group>
            </Group>
            <ConditionsEditor
              conditions={rule.conditions}
              lists={lists}
              onChange={(conditions) => change(at, { conditions: [...conditions] })}
            />
            <Select
              label={t("agreement")}
              required
              error={rule.agreementId === "" && admin("fault.needed")}
              allowDeselect={false}
              data={[...lists.agreements]}
              value={rule.agreementId || null}
              onChange={(agreementId) => change(at, { agreementId: agreementId ?? "" })}
            />
          </Stack>
        </Paper>
      ))}
      {refusal && (
        <Alert role="alert" color="red">
          {refusal}
        </Alert>
      )}
      <Group justify="space-between">
        <Button
          variant="default"
          leftSection={<IconPlus size={16} />}
          onClick={() => setRules([...rules, newRule])}
        >
          {t("new.rule")}
        </Button>
        <Button disabled={!isReady || rules === saved.rules} onClick={() => void save()}>
          {admin("save")}
        </Button>
      </Group>
    </Stack>
  );
}

const newRule: AgreementRule = {
  name: "",
  agreementId: "",
  conditions: [{ field: "priority", operator: "is", values: ["critical"] }],
};
