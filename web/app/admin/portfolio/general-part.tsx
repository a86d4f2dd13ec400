import {
  Fieldset,
  MultiSelect,
  NumberInput,
  Select,
  Stack,
  Switch,
  Textarea,
  TextInput,
} from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import type { ListedGroup } from "../../../../contract/directory.js";
import type { AdminPortfolio } from "../../../../contract/portfolio.js";
import { adminTexts } from "../../../texts/admin/index.js";
import type { Locale } from "../../../texts/index.js";
import { useLocale, useTexts } from "../../shared/desk.js";
import { type Draft, phases, statuses, type TreeType } from "./draft.js";
import { nameIn } from "./find-items.js";

export interface PartProps {
  readonly form: UseFormReturnType<Draft>;
  /** The language the texts are written in. */
  readonly language: Locale;
}

interface GeneralProps extends PartProps {
  readonly type: TreeType;
  readonly portfolio: AdminPortfolio;
  readonly groups: readonly ListedGroup[];
}

/** Name, place, state, and who may see it. */
export function GeneralPart({ type, form, language, portfolio, groups }: GeneralProps) {
  const t = useTexts(adminTexts);
  const isEnglish = language === "en";
  return (
    <Stack gap="sm">
      <TextInput
        label={t("item.name")}
        required={isEnglish}
        maxLength={200}
        key={`name ${language}`}
        {...form.getInputProps(`name.${language}`)}
      />
      <Textarea
        label={t("item.description")}
        required={isEnglish}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps(`description.${language}`)}
      />
      <PlaceInputs type={type} form={form} portfolio={portfolio} groups={groups} />
      <Switch
        label={t("via-chat")}
        description={t("via-chat.hint")}
        {...form.getInputProps("viaChat", { type: "checkbox" })}
      />
      <Fieldset legend={t("item.permitted")}>
        <GroupsInput type={type} form={form} portfolio={portfolio} groups={groups} />
      </Fieldset>
      <NumberInput
        label={t("item.position")}
        description={t("item.position.hint")}
        min={0}
        max={1_000_000}
        allowDecimal={false}
        {...form.getInputProps("position")}
      />
      <TextInput
        label={t("item.key")}
        description={t("item.key.hint")}
        maxLength={100}
        {...form.getInputProps("key")}
      />
    </Stack>
  );
}

type InnerProps = Omit<GeneralProps, "language">;

function PlaceInputs({ type, form, portfolio, groups }: InnerProps) {
  const t = useTexts(adminTexts);
  const locale = useLocale();
  const choices = (items: AdminPortfolio["catalogs"] | AdminPortfolio["services"]) =>
    items.map((item) => ({ value: item.id, label: nameIn(item, locale) }));
  if (type !== "activity") {
    return (
      <>
        {type === "service" && (
          <Select
            label={t("item.catalog")}
            data={choices(portfolio.catalogs)}
            allowDeselect={false}
            searchable
            {...form.getInputProps("catalogId")}
          />
        )}
        <Select
          label={t("item.phase")}
          description={t("item.phase.hint")}
          allowDeselect={false}
          data={phases.map((phase) => ({ value: phase, label: t(`phase.${phase}`) }))}
          {...form.getInputProps("phase")}
        />
      </>
    );
  }
  return (
    <>
      <Select
        label={t("item.service")}
        data={choices(portfolio.services)}
        allowDeselect={false}
        searchable
        {...form.getInputProps("serviceId")}
      />
      <Select
        label={t("item.kind")}
        allowDeselect={false}
        data={(["request", "incident"] as const).map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        {...form.getInputProps("kind")}
      />
      <Select
        label={t("item.status")}
        description={t("item.status.hint")}
        allowDeselect={false}
        data={statuses.map((status) => ({ value: status, label: t(`status.${status}`) }))}
        {...form.getInputProps("status")}
      />
      <Select
        label={t("item.group")}
        description={t("item.group.hint")}
        searchable
        clearable
        clearButtonProps={{ "aria-label": t("clear") }}
        data={groups.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps("groupId")}
        value={form.values.groupId || null}
        onChange={(value) => form.setFieldValue("groupId", value ?? "")}
      />
    </>
  );
}

/** A service may link only groups of its catalog (S0-5). */
function GroupsInput({ type, form, portfolio, groups }: InnerProps) {
  const t = useTexts(adminTexts);
  const catalog = portfolio.catalogs.find(({ id }) => id === form.values.catalogId);
  const usable =
    type === "service"
      ? groups.filter(
          ({ id }) => catalog?.groupIds.includes(id) === true || form.values.groupIds.includes(id),
        )
      : groups;
  return (
    <MultiSelect
      aria-label={t("item.permitted")}
      description={t(`item.permitted.${type}`)}
      placeholder={usable.length === 0 ? t("item.permitted.none") : undefined}
      disabled={usable.length === 0}
      searchable
      data={usable.map(({ id, name }) => ({ value: id, label: name }))}
      {...form.getInputProps("groupIds")}
    />
  );
}
