import { Anchor, Text } from "@mantine/core";
import { type RefObject, useEffect, useState } from "react";
import { usePortalTexts } from "../use-portal-texts.js";
import classes from "./knowledge.module.css";

/** Fewer headings than this are seen at a glance. */
const headingsFrom = 3;

interface Heading {
  readonly id: string;
  readonly text: string;
  readonly level: number;
}

interface ContentsProps {
  readonly within: RefObject<HTMLElement | null>;
  /** The headings are read anew when it changes. */
  readonly source: string;
}

/** The headings of a long article, to go to each; nothing where there are few. */
export function Contents({ within, source }: ContentsProps) {
  const t = usePortalTexts();
  const [headings, setHeadings] = useState<readonly Heading[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has other headings.
  useEffect(() => setHeadings(readHeadings(within.current)), [within, source]);
  if (headings.length < headingsFrom) return null;
  return (
    <nav className={classes.contents} aria-labelledby="contents-title">
      <Text id="contents-title" size="sm" fw={600}>
        {t("article.contents")}
      </Text>
      <ol>
        {headings.map(({ id, text, level }) => (
          <li key={id} data-level={level}>
            <Anchor href={`#${id}`} size="sm">
              {text}
            </Anchor>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The sanitizer lets no ids of the article through; these are ours. */
function readHeadings(root: HTMLElement | null): Heading[] {
  return [...(root?.querySelectorAll("h1, h2, h3") ?? [])].map((element, index) => {
    element.id = `part-${index + 1}`;
    return { id: element.id, text: element.textContent ?? "", level: element.tagName === "H3" ? 3 : 2 };
  });
}
