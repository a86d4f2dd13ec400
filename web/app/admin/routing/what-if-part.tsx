import {
  Alert,
  Button,
  Group,
  Paper,
  Select,
  Stack,
  Switch,
  TagsInput,
  Text,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import type { Locale } from "../../../../contract/locale.js";
import type { RoutedGroup, WhatIfAnswer } from "../../../../contract/routing.js";
import { languages } from "../../../texts/index.js";
import { routingTexts } from "../../../texts/routing/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { WhyWaiting } from "../../shared/why-waiting.js";

interface Question {
  groupId: string | null;
  language: Locale;
  skills: string[];
  department: string;
  location: string;
  company: string;
  at: string;
  allHere: boolean;
}

/** Supposes a conversation and shows where it would go, by the same rules that give out real ones. */
export function WhatIfPart({ groups }: { groups: readonly RoutedGroup[] }) {
  const t = useTexts(routingTexts);
  const { api } = useDesk();
  const [answer, setAnswer] = useState<WhatIfAnswer>();
  const [refusal, setRefusal] = useState<string>();
  const form = useForm<Question>({
    initialValues: {
      groupId: null,
      language: t.locale as Locale,
      skills: [],
      department: "",
      location: "",
      company: "",
      at: "",
      allHere: false,
    },
  });

  const ask = async ({
    groupId,
    at,
    allHere,
    department,
    location,
    company,
    ...rest
  }: Question): Promise<void> => {
    const places = Object.entries({ department, location, company }).filter(
      ([, place]) => place.trim() !== "",
    );
    try {
      const people = allHere ? (await api.readAgents()).items : [];
      const question = {
        ...rest,
        ...Object.fromEntries(places),
        ...(groupId === null ? {} : { groupId }),
        ...(at === "" ? {} : { at: new Date(at).getTime() }),
        agents: people.map(({ id }) => ({ id, online: true, status: "available" as const })),
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
            {answer.rule && <Text size="sm">{t("what-if.rule", { name: answer.rule })}</Text>}
            {answer.first && <Text size="sm">{t("what-if.first", { name: answer.first })}</Text>}
            <WhyWaiting why={answer.why} />
          </Stack>
        </Paper>
      )}
    </Stack>
  );
}
