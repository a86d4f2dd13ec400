import { Text, Textarea } from "@mantine/core";
import { useDeferredValue } from "react";
import { type ArticleForm, maxBodyChars } from "../../../../contract/knowledge.js";
import { Markdown } from "../../shared/markdown.js";
import { withoutTitle } from "../../shared/without-title.js";
import classes from "./knowledge.module.css";
import { useKnowledgeTexts } from "./use-knowledge-texts.js";

interface BodyEditorProps {
  readonly form: ArticleForm;
  readonly onChange: (change: Partial<ArticleForm>) => void;
}

/** The text, and beside it what its readers will see. */
export function BodyEditor({ form, onChange }: BodyEditorProps) {
  const t = useKnowledgeTexts();
  const shown = useDeferredValue(withoutTitle(form));
  return (
    <div className={classes.sides}>
      <Textarea
        className={classes.text}
        label={t("body")}
        description={t("body.hint")}
        inputWrapperOrder={["label", "input", "description"]}
        autosize
        minRows={14}
        maxRows={40}
        maxLength={maxBodyChars}
        lang={form.language}
        value={form.body}
        onChange={({ currentTarget }) => onChange({ body: currentTarget.value })}
      />
      <div>
        <Text size="sm" fw={500} id="preview-title" mb={4}>
          {t("preview")}
        </Text>
        <section
          className={classes.preview}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard.
          tabIndex={0}
          aria-labelledby="preview-title"
          lang={form.language}
        >
          {shown.trim() === "" ? (
            <Text size="sm" c="dimmed">
              {t("preview.empty")}
            </Text>
          ) : (
            <Markdown source={shown} />
          )}
        </section>
      </div>
    </div>
  );
}
