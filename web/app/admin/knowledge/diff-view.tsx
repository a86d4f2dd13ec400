import { Text } from "@mantine/core";
import { diffLines } from "diff";
import { useMemo } from "react";
import classes from "./knowledge.module.css";
import { useKnowledgeTexts } from "./use-knowledge-texts.js";

export interface Words {
  readonly title: string;
  readonly body: string;
}

/** Line by line: what stands only in the one, only in the other, and in both. */
export function DiffView({ from, to }: { from: Words; to: Words }) {
  const t = useKnowledgeTexts();
  const parts = useMemo(() => diffLines(toText(from), toText(to)), [from, to]);
  if (parts.every(({ added, removed }) => !added && !removed))
    return <Text size="sm">{t("compare.same")}</Text>;
  let at = 0;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard.
    <section className={classes.diff} tabIndex={0} aria-label={t("compare")}>
      {parts.map(({ value, added, removed }) => {
        at += 1;
        const text = value.replace(/\n$/, "");
        if (added)
          return (
            <ins key={at} title={t("compare.added")}>
              {prefix("+ ", text)}
            </ins>
          );
        if (removed)
          return (
            <del key={at} title={t("compare.removed")}>
              {prefix("− ", text)}
            </del>
          );
        return <span key={at}>{prefix("  ", text)}</span>;
      })}
    </section>
  );
}

function toText({ title, body }: Words): string {
  return `${title}\n\n${body.trimEnd()}\n`;
}

/** Colour alone tells not everybody which is which. */
function prefix(sign: string, text: string): string {
  return text.replace(/^/gm, sign);
}
