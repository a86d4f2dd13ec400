import { Collapse, Text, UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconChevronUp, IconRobot } from "@tabler/icons-react";
import { useId, useState } from "react";
import type { TalkItem } from "../../../chat/index.js";
import { useConsoleTexts } from "../console-context.js";
import { MessageRows } from "./message-rows.js";
import classes from "./talk.module.css";

/** What the requester and the assistant said to each other, folded to one line that opens. */
export function AssistantPart({ items, isLast }: { items: readonly TalkItem[]; isLast: boolean }) {
  const t = useConsoleTexts();
  const id = useId();
  const [choice, setChoice] = useState<boolean>();
  const opened = choice ?? isLast;
  const messages = items.filter((item) => item.kind === "posted" && item.message.sender.kind !== "system");
  const Fold = opened ? IconChevronUp : IconChevronDown;
  if (messages.length === 0) return <MessageRows items={items} />;
  return (
    <section className={classes.fold}>
      <UnstyledButton
        className={classes.foldHead}
        aria-expanded={opened}
        aria-controls={id}
        onClick={() => setChoice(!opened)}
      >
        <IconRobot size={20} aria-hidden style={{ flex: "none" }} />
        <div style={{ flex: 1, minWidth: 0 }}>
          <Text size="sm" fw={500}>
            {t.count("assistant-part", messages.length)}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {findFirstWords(items)}
          </Text>
        </div>
        <Fold size={16} aria-hidden />
      </UnstyledButton>
      <Collapse expanded={opened} id={id}>
        <div className={classes.foldBody}>{opened && <MessageRows items={items} />}</div>
      </Collapse>
    </section>
  );
}

function findFirstWords(items: readonly TalkItem[]): string {
  const first = items.find((item) => item.kind === "posted" && item.message.sender.kind === "requester");
  return first?.kind === "posted" ? first.message.text : "";
}
