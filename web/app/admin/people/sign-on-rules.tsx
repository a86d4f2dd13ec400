import {
  ActionIcon,
  Alert,
  Button,
  Group,
  MultiSelect,
  Paper,
  Select,
  Stack,
  Switch,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import type { Role } from "../../../../contract/account.js";
import type { ListedGroup } from "../../../../contract/directory.js";
import type { SignOnAdmin, SignOnRule } from "../../../../contract/sign-on.js";
import { newId } from "../../../chat/new-id.js";
import { appTexts } from "../../../texts/app.js";
import { signOnTexts } from "../../../texts/sign-on/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { useTell } from "../use-tell.js";

interface RulesProps {
  readonly known: SignOnAdmin;
  readonly claim: string;
  readonly groups: readonly ListedGroup[];
  readonly onSaved: () => void;
}

/** A rule on this page, with a name that stays while its value is typed. */
interface Draft extends SignOnRule {
  readonly key: string;
}

const roles: readonly Role[] = ["requester", "agent", "supervisor", "admin"];

/** What each value of the provider's claim gives here. */
export function SignOnRulesForm({ known, claim, groups, onSaved }: RulesProps) {
  const t = useTexts(signOnTexts);
  const tell = useTell();
  const { api } = useDesk();
  const { settings, version } = known;
  const [rules, setRules] = useState<readonly Draft[]>(() =>
    settings.rules.map((rule) => ({ ...rule, key: rule.claim })),
  );
  const [onlyMapped, setOnlyMapped] = useState(settings.onlyMapped);
  const [refusal, setRefusal] = useState<string>();
  const change = (rule: Draft) => setRules(rules.map((one) => (one.key === rule.key ? rule : one)));
  const save = async (): Promise<void> => {
    try {
      const kept = rules.map(({ key: _key, ...rule }) => rule);
      await api.admin.saveSignOn({ settings: { rules: kept, onlyMapped }, version });
      setRefusal(undefined);
      tell.done(t("saved"));
      onSaved();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Stack component="section" aria-labelledby="sign-on-rules">
      <div>
        <Title order={2} size="h5" id="sign-on-rules">
          {t("rules")}
        </Title>
        <Text size="sm" c="dimmed">
          {t("rules.hint", { claim })}
        </Text>
      </div>
      {rules.length === 0 && <Text size="sm">{t("rules.none")}</Text>}
      {rules.map((rule) => (
        <RuleCard
          key={rule.key}
          rule={rule}
          groups={groups}
          onChange={change}
          onRemove={() => setRules(rules.filter(({ key }) => key !== rule.key))}
        />
      ))}
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} />}
          onClick={() => setRules([...rules, { key: newId(), claim: "", groupIds: [] }])}
        >
          {t("rule.add")}
        </Button>
      </Group>
      <Switch
        label={t("only-mapped")}
        description={t("only-mapped.hint")}
        checked={onlyMapped}
        onChange={(event) => setOnlyMapped(event.currentTarget.checked)}
      />
      {refusal && (
        <Alert role="alert" color="red">
          {refusal}
        </Alert>
      )}
      <Group>
        <Button onClick={() => void save()}>{t("save")}</Button>
      </Group>
    </Stack>
  );
}

interface RuleProps {
  readonly rule: Draft;
  readonly groups: readonly ListedGroup[];
  readonly onChange: (rule: Draft) => void;
  readonly onRemove: () => void;
}

function RuleCard({ rule, groups, onChange, onRemove }: RuleProps) {
  const t = useTexts(signOnTexts);
  const app = useTexts(appTexts);
  const name = rule.claim === "" ? t("rule.new") : t("rule", { claim: rule.claim });
  const setRole = (value: string | null) => {
    const { role: _role, ...rest } = rule;
    const role = roles.find((one) => one === value);
    onChange(role === undefined ? rest : { ...rest, role });
  };
  return (
    <Paper withBorder radius="md" p="sm" component="section" aria-label={name}>
      <Stack gap="sm">
        <Group wrap="nowrap" align="flex-end">
          <TextInput
            flex={1}
            label={t("claim")}
            maxLength={200}
            value={rule.claim}
            onChange={(event) => onChange({ ...rule, claim: event.currentTarget.value })}
          />
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t("rule.remove", { claim: rule.claim })}
            onClick={onRemove}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
        <Select
          label={t("role")}
          placeholder={t("role.none")}
          clearable
          clearButtonProps={{ "aria-label": t("role.none") }}
          data={roles.map((role) => ({ value: role, label: app(`role.${role}`) }))}
          value={rule.role ?? null}
          onChange={setRole}
        />
        <MultiSelect
          label={t("groups")}
          searchable
          data={groups.map(({ id, name: label }) => ({ value: id, label }))}
          value={[...rule.groupIds]}
          onChange={(groupIds) => onChange({ ...rule, groupIds })}
        />
      </Stack>
    </Paper>
  );
}
