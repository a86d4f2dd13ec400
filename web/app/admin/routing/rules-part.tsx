import {
  ActionIcon,
  Alert,
  Button,
  EmptyState,
  Group,
  MultiSelect,
  Paper,
  Select,
  Stack,
  TagsInput,
  TextInput,
} from "@mantine/core";
import { IconArrowUp, IconPlus, IconRoute, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import type { Locale } from "../../../../contract/locale.js";
import type { RoutedGroup, RoutingRule } from "../../../../contract/routing.js";
import { newId } from "../../../chat/new-id.js";
import { adminTexts } from "../../../texts/admin/index.js";
import { languages } from "../../../texts/index.js";
import { routingTexts } from "../../../texts/routing/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { useTell } from "../use-tell.js";

interface RulesProps {
  readonly groups: readonly RoutedGroup[];
  readonly rules: readonly RoutingRule[];
  readonly onSaved: () => void;
}

/** The rules in order; the first that fits decides (S1-32). */
export function RulesPart({ groups, rules, onSaved }: RulesProps) {
  const t = useTexts(routingTexts);
  const tell = useTell();
  const { api } = useDesk();
  const [draft, setDraft] = useState(rules);
  const [saved, setSaved] = useState(rules);
  const [refusal, setRefusal] = useState<string>();
  const isReady = draft !== saved && draft.every(({ name }) => name.trim() !== "");
  const taking = groups.filter(({ takesAttendances }) => takesAttendances);
  const change = (rule: RoutingRule) => setDraft(draft.map((one) => (one.id === rule.id ? rule : one)));
  const moveUp = (at: number) => {
    const [rule, above] = [draft[at], draft[at - 1]];
    if (rule && above) setDraft([...draft.slice(0, at - 1), rule, above, ...draft.slice(at + 1)]);
  };
  const add = () => {
    const when = { departments: [], locations: [], companies: [], languages: [], groupIds: [] };
    const id = newId();
    setDraft([...draft, { id, name: t("rules.add"), when, groupId: taking[0]?.id ?? "", skills: [] }]);
  };
  const save = async (): Promise<void> => {
    try {
      await api.admin.saveRules(draft);
      setSaved(draft);
      setRefusal(undefined);
      tell.done(t("rules.saved"));
      onSaved();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Stack>
      {draft.length === 0 && (
        <EmptyState icon={<IconRoute />} title={t("rules.none")} description={t("rules.none.text")} />
      )}
      {draft.map((rule, at) => (
        <RuleCard
          key={rule.id}
          rule={rule}
          groups={taking}
          onChange={change}
          onUp={at === 0 ? undefined : () => moveUp(at)}
          onRemove={() => setDraft(draft.filter(({ id }) => id !== rule.id))}
        />
      ))}
      {refusal && (
        <Alert role="alert" color="red">
          {refusal}
        </Alert>
      )}
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} />}
          onClick={add}
          disabled={taking.length === 0}
        >
          {t("rules.add")}
        </Button>
        <Button disabled={!isReady} onClick={() => void save()}>
          {t("save")}
        </Button>
      </Group>
    </Stack>
  );
}

interface RuleProps {
  readonly rule: RoutingRule;
  readonly groups: readonly RoutedGroup[];
  readonly onChange: (rule: RoutingRule) => void;
  readonly onUp: (() => void) | undefined;
  readonly onRemove: () => void;
}

function RuleCard({ rule, groups, onChange, onUp, onRemove }: RuleProps) {
  const t = useTexts(routingTexts);
  const admin = useTexts(adminTexts);
  const { name, when } = rule;
  const data = groups.map((group) => ({ value: group.id, label: group.name }));
  const limit = (change: Partial<RoutingRule["when"]>) => onChange({ ...rule, when: { ...when, ...change } });
  return (
    <Paper withBorder radius="md" p="sm" component="section" aria-label={name}>
      <Stack gap="sm">
        <Group wrap="nowrap" align="flex-end">
          <TextInput
            flex={1}
            label={t("field.name")}
            required
            error={name.trim() === "" && admin("fault.needed")}
            maxLength={120}
            value={name}
            onChange={(event) => onChange({ ...rule, name: event.currentTarget.value })}
          />
          {onUp && (
            <ActionIcon variant="default" size="lg" aria-label={t("rules.up", { name })} onClick={onUp}>
              <IconArrowUp size={16} />
            </ActionIcon>
          )}
          <ActionIcon variant="default" size="lg" aria-label={t("rules.remove", { name })} onClick={onRemove}>
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
        {(["departments", "locations", "companies"] as const).map((field) => (
          <TagsInput
            key={field}
            label={t(`field.${field}`)}
            placeholder={when[field].length === 0 ? t("rules.any") : ""}
            value={[...when[field]]}
            onChange={(words) => limit({ [field]: words })}
          />
        ))}
        <MultiSelect
          label={t("field.languages")}
          placeholder={when.languages.length === 0 ? t("rules.any") : ""}
          data={languages.map((language) => ({ value: language.locale, label: language.name }))}
          value={[...when.languages]}
          onChange={(chosen) => limit({ languages: chosen as Locale[] })}
        />
        <MultiSelect
          label={t("field.otherwise")}
          placeholder={when.groupIds.length === 0 ? t("rules.any") : ""}
          data={data}
          value={[...when.groupIds]}
          onChange={(groupIds) => limit({ groupIds })}
        />
        <Select
          label={t("field.group")}
          allowDeselect={false}
          data={data}
          value={rule.groupId}
          onChange={(groupId) => groupId && onChange({ ...rule, groupId })}
        />
        <TagsInput
          label={t("field.skills")}
          placeholder={t("field.words")}
          value={[...rule.skills]}
          onChange={(skills) => onChange({ ...rule, skills })}
        />
      </Stack>
    </Paper>
  );
}
