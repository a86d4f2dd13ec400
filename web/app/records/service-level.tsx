import { Badge, Group, Text } from "@mantine/core";
import type { ServiceClock, ServiceLevel } from "../../../contract/ticket.js";
import { useLocale } from "../shared/desk.js";
import { toExact } from "../shared/time-format.js";
import { RecordFacts } from "./facts.js";
import { clockColors } from "./marks.js";
import { useRecordsTexts } from "./use-records-texts.js";

/** Which agreement holds, how its clocks stand, and why the chat is on or off. */
export function ServiceLevelFacts({ level, cols = 3 }: { level: ServiceLevel | undefined; cols?: number }) {
  const t = useRecordsTexts();
  if (!level) return <Text c="dimmed">{t("level.none")}</Text>;
  const { agreement, chat, response, resolution } = level;
  const why =
    chat.isEnabled && chat.via !== "none"
      ? t(`chat.on.${chat.via}`, { agreement: chat.agreement ?? "", by: chat.by ?? "" })
      : t("chat.off");
  return (
    <RecordFacts
      cols={cols}
      items={[
        { label: t("level.agreement"), value: agreement ?? t("level.none") },
        { label: t("level.response"), value: response && <Clock clock={response} /> },
        { label: t("level.resolution"), value: resolution && <Clock clock={resolution} /> },
        { label: t("chat.title"), value: why },
      ]}
    />
  );
}

export function Clock({ clock }: { clock: ServiceClock }) {
  const t = useRecordsTexts();
  const locale = useLocale();
  return (
    <Group gap={6}>
      <Badge
        variant="dot"
        tt="none"
        color={clockColors[clock.state]}
        maw="100%"
        h="auto"
        py={2}
        style={{ whiteSpace: "normal" }}
      >
        {t(`clock.${clock.state}`, { time: toExact(clock.dueAt, locale) })}
      </Badge>
    </Group>
  );
}
