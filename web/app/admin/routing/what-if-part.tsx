import {
  Alert,
  Button,
  Group,
  Paper,
  Select,
  Stack,
  Skeleton,
  Switch,
  TagsInput,
  Text,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useCallback, useState } from "react";
import type { Locale } from "../../../../contract/locale.js";
import { type Mode, modes } from "../../../../contract/mode.js";
import type { AdminPortfolio } from "../../../../contract/portfolio.js";
import type { RoutedGroup, WhatIfAnswer } from "../../../../contract/routing.js";
import { languages } from "../../../texts/index.js";
import { overviewTexts } from "../../../texts/overview/index.js";
import { routingTexts } from "../../../texts/routing/index.js";
import type { AgentSummary } from "../../shared/api.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { WhyWaiting } from "../../shared/why-waiting.js";
import { type Supposed, SupposedAgents } from "./supposed-agents.js";

interface Question {
  activityId: string | null;
  groupId: string | null;
  mode: Mode | null;
  language: Locale;
  skills: string[];
  department: string;
  location: string;
  company: string;
  at: string;
  allHere: boolean;
  supposed: readonly Supposed[];
}

interface Desk {
  readonly agents: readonly AgentSummary[];
  readonly portfolio: AdminPortfolio;
}

/** Supposes a conversation and shows where it would go, by the same rules that give out real ones. */
export function WhatIfPart({ groups }: { groups: readonly RoutedGroup[] }) {
  const { api } = useDesk();
  const load = useCallback(async (): Promise<Desk> => {
    const [agents, portfolio] = await Promise.all([api.readAgents(), api.admin.readPortfolio()]);
    return { agents: agents.items, portfolio };
  }, [api]);
  const [desk, reload] = useLoaded(load);
  if (desk.status === "loading") return <Skeleton h={320} radius="lg" />;
  if (desk.status === "failed") return <LoadFailed message={desk.error.message} onRetry={reload} />;
  return <WhatIfForm groups={groups} {...desk.value} />;
}

interface WhatIfFormProps extends Desk {
  readonly groups: readonly RoutedGroup[];
}

function WhatIfForm({ groups, agents, portfolio }: WhatIfFormProps) {
  const t = useTexts(routingTexts);
  const words = useTexts(overviewTexts);
  const { api } = useDesk();
  const [answer, setAnswer] = useState<WhatIfAnswer>();
  const [refusal, setRefusal] = useState<string>();
  const form = useForm<Question>({
    initialValues: {
      activityId: null,
      groupId: null,
      mode: null,
      language: t.locale as Locale,
      skills: [],
      department: "",
      location: "",
      company: "",
      at: "",
      allHere: false,
      supposed: [],
    },
  });

  const ask = async ({
    activityId,
    groupId,
    mode,
    at,
    allHere,
    supposed,
    department,
    location,
    company,
    ...rest
  }: Question): Promise<void> => {
    const places = Object.entries({ department, location, company }).filter(
      ([, place]) => place.trim() !== "",
    );
    try {
      const question = {
        ...rest,
        ...Object.fromEntries(places),
        ...(activityId === null ? {} : { activityId }),
        ...(groupId === null ? {} : { groupId }),
        ...(mode === null ? {} : { mode }),
        ...(at === "" ? {} : { at: new Date(at).getTime() }),
        agents: allHere ? supposeAllHere(agents, supposed) : [...supposed],
      };
      setAnswer(await api.admin.askWhatIf(question));
      setRefusal(undefined);
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
    }
  };

  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t("what-if.hint")}
      </Text>
      <form onSubmit={form.onSubmit((question) => void ask(question))}>
        <Stack gap="sm">
          <Select
            label={t("what-if.activity")}
            placeholder={t("what-if.activity.none")}
            clearable
            searchable
            data={toActivities(portfolio, t.locale as Locale)}
            {...form.getInputProps("activityId")}
          />
          <Select
            label={t("what-if.group")}
            placeholder={t("what-if.group.any")}
            clearable
            data={groups
              .filter((group) => group.takesAttendances)
              .map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps("groupId")}
          />
          <Group grow align="flex-start" preventGrowOverflow={false}>
            <Select
              miw={180}
              label={t("field.languages")}
              allowDeselect={false}
              data={languages.map(({ locale, name }) => ({ value: locale, label: name }))}
              {...form.getInputProps("language")}
            />
            <TextInput
              miw={180}
              type="datetime-local"
              label={t("what-if.at")}
              {...form.getInputProps("at")}
            />
            <Select
              miw={180}
              label={words("dialog.mode")}
              placeholder={t("what-if.mode.set")}
              clearable
              data={modes.map((mode) => ({ value: mode, label: words(`mode.${mode}`) }))}
              {...form.getInputProps("mode")}
            />
          </Group>
          <TagsInput
            label={t("field.skills")}
            placeholder={t("field.words")}
            {...form.getInputProps("skills")}
          />
          <Group grow align="flex-start" preventGrowOverflow={false}>
            <TextInput miw={140} label={t("what-if.department")} {...form.getInputProps("department")} />
            <TextInput miw={140} label={t("what-if.location")} {...form.getInputProps("location")} />
            <TextInput miw={140} label={t("what-if.company")} {...form.getInputProps("company")} />
          </Group>
          <SupposedAgents
            agents={agents}
            supposed={form.values.supposed}
            onChange={(supposed) => form.setFieldValue("supposed", supposed)}
          />
          <Switch label={t("what-if.all-here")} {...form.getInputProps("allHere", { type: "checkbox" })} />
          <Group>
            <Button type="submit">{t("what-if.ask")}</Button>
          </Group>
        </Stack>
      </form>
      {refusal && (
        <Alert role="alert" color="red">
          {refusal}
        </Alert>
      )}
      {answer && (
        <Paper withBorder radius="md" p="md" component="section" aria-label={t("what-if.ask")}>
          <Stack gap="xs">
            <Text size="sm">
              {words(`mode.${answer.mode}`)}: {words(`mode.${answer.mode}.text`)}
            </Text>
            {answer.rule && <Text size="sm">{t("what-if.rule", { name: answer.rule })}</Text>}
            {answer.first && <Text size="sm">{t("what-if.first", { name: answer.first })}</Text>}
            <WhyWaiting why={answer.why} />
          </Stack>
        </Paper>
      )}
    </Stack>
  );
}

/** Everybody there and available, except for what is supposed of each. */
function supposeAllHere(agents: readonly AgentSummary[], supposed: readonly Supposed[]): Supposed[] {
  return agents.map(({ id }) => ({
    online: true,
    status: "available",
    ...supposed.find((one) => one.id === id),
    id,
  }));
}

/** All activities that can be used, under the names of their services. */
function toActivities({ services, activities }: AdminPortfolio, locale: Locale) {
  return services
    .map(({ id, name }) => ({
      group: name[locale] ?? name.en,
      items: activities
        .filter(({ serviceId, status }) => serviceId === id && status === "active")
        .map((activity) => ({ value: activity.id, label: activity.name[locale] ?? activity.name.en })),
    }))
    .filter(({ items }) => items.length > 0);
}
