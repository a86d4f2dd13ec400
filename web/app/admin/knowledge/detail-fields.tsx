import { Autocomplete, MultiSelect, Select, TagsInput, TextInput } from "@mantine/core";
import { useCallback } from "react";
import { articleStates, visibilities } from "../../../../contract/article.js";
import type { AdminArticle, ArticleForm } from "../../../../contract/knowledge.js";
import { languages } from "../../../texts/index.js";
import { useDesk } from "../../shared/desk.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { fromDay, toDay } from "./form.js";
import classes from "./knowledge.module.css";
import { TranslationSelect } from "./translation-select.js";
import { useFolderPaths } from "./use-folder-paths.js";
import { useKnowledgeTexts } from "./use-knowledge-texts.js";

interface DetailFieldsProps {
  readonly form: ArticleForm;
  readonly article: AdminArticle | undefined;
  readonly onChange: (change: Partial<ArticleForm>) => void;
}

/** Where an article stands, who may read it, and for how long. */
export function DetailFields({ form, article, onChange }: DetailFieldsProps) {
  const t = useKnowledgeTexts();
  const { api } = useDesk();
  const paths = useFolderPaths();
  const [groups] = useLoaded(useCallback(() => api.readGroups(), [api]));
  return (
    <div className={classes.fields}>
      <Select
        label={t("state")}
        allowDeselect={false}
        data={articleStates.map((state) => ({ value: state, label: t(`state.${state}`) }))}
        value={form.state}
        onChange={(value) => {
          const state = articleStates.find((one) => one === value);
          if (state) onChange({ state });
        }}
      />
      <Select
        label={t("language")}
        allowDeselect={false}
        data={languages.map(({ locale, name }) => ({ value: locale, label: name }))}
        value={form.language}
        onChange={(value) => {
          const language = languages.find(({ locale }) => locale === value)?.locale;
          if (language) onChange({ language });
        }}
      />
      <Autocomplete
        label={t("folder")}
        description={t("folder.hint")}
        maxLength={300}
        data={[...paths]}
        value={form.folder}
        onChange={(folder) => onChange({ folder })}
      />
      <Select
        label={t("visibility")}
        allowDeselect={false}
        data={visibilities.map((one) => ({ value: one, label: t(`visibility.${one}`) }))}
        value={form.visibility}
        onChange={(value) => {
          const visibility = visibilities.find((one) => one === value);
          if (visibility) onChange({ visibility });
        }}
      />
      {form.visibility === "internal" && (
        <MultiSelect
          label={t("groups")}
          description={t("groups.hint")}
          searchable
          data={
            groups.status === "ready"
              ? groups.value.items.map(({ id, name }) => ({ value: id, label: name }))
              : []
          }
          value={[...form.groupIds]}
          onChange={(groupIds) => onChange({ groupIds })}
        />
      )}
      <TagsInput
        label={t("tags")}
        maxTags={50}
        value={[...form.tags]}
        onChange={(tags) => onChange({ tags })}
      />
      <TranslationSelect form={form} article={article} onChange={onChange} />
      <TextInput
        type="date"
        label={t("review")}
        value={toDay(form.reviewAt)}
        onChange={({ currentTarget }) => onChange({ reviewAt: fromDay(currentTarget.value) })}
      />
      <TextInput
        type="date"
        label={t("expires")}
        value={toDay(form.expiresAt)}
        onChange={({ currentTarget }) => onChange({ expiresAt: fromDay(currentTarget.value) })}
      />
    </div>
  );
}
