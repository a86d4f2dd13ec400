import { Badge, Group, Text } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import type { Memo } from "../../../../contract/ticket.js";
import { useConsoleTexts } from "../console-context.js";
import { tellNotice } from "../talk/notice-line.js";
import { toHours } from "./colleagues-state.js";

/** The private memo a consult leaves in the Activity Stream: how long it took, and everything said (S4-30, S4-32). */
export function MemoLines({ memo }: { memo: Memo }) {
  const t = useConsoleTexts();
  return (
    <>
      <Group gap={6}>
        <Badge size="xs" variant="light" color="gray" tt="none" leftSection={<IconLock size={10} />}>
          {t("timeline.memo")}
        </Badge>
      </Group>
      <Text size="sm">
        {t("timeline.memo-summary", { names: memo.names.join(", "), time: toHours(memo.spentMs) })}
      </Text>
      <details>
        <summary>
          <Text span size="sm">
            {t("timeline.memo-open")}
          </Text>
        </summary>
        {memo.lines.map(({ at, name, text, notice }) => (
          <Text
            key={`${at} ${name} ${text}`}
            size="sm"
            c={notice ? "dimmed" : undefined}
            style={{ overflowWrap: "anywhere" }}
          >
            {notice ? tellNotice(notice, t) : `${name}: ${text}`}
          </Text>
        ))}
      </details>
    </>
  );
}
