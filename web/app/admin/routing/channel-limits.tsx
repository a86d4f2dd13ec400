import { ActionIcon, Autocomplete, Button, Fieldset, Group, NumberInput, Stack, Text } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { routingTexts } from "../../../texts/routing/index.js";
import { useTexts } from "../../shared/desk.js";
import type { ChannelLimit } from "./group-draft.js";

/** Channels there usually are; any other name can be written. */
const usualChannels = ["web", "rest", "msteams", "directline", "webchat", "slack", "email"];

interface LimitsProps {
  readonly limits: readonly ChannelLimit[];
  readonly onChange: (limits: ChannelLimit[]) => void;
}

/** How many conversations of each channel an agent of the group has at most; channels without a line have no limit. */
export function ChannelLimits({ limits, onChange }: LimitsProps) {
  const t = useTexts(routingTexts);
  const change = (at: number, part: Partial<ChannelLimit>): void =>
    onChange(limits.map((limit, index) => (index === at ? { ...limit, ...part } : limit)));
  return (
    <Fieldset legend={t("field.channels")}>
      <Stack gap="xs">
        <Text size="xs" c="dimmed">
          {t("field.channels.hint")}
        </Text>
        {limits.map((limit, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a limit has no other name than its place while it is written.
          <Group key={at} align="flex-end" wrap="nowrap">
            <Autocomplete
              flex={1}
              label={t("field.channel")}
              maxLength={60}
              data={usualChannels}
              value={limit.channel}
              onChange={(channel) => change(at, { channel })}
            />
            <NumberInput
              flex={1}
              label={t("field.channel-capacity")}
              min={0}
              max={50}
              allowDecimal={false}
              value={limit.capacity}
              onChange={(capacity) => change(at, { capacity })}
            />
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={t("field.channel.remove", { channel: limit.channel })}
              onClick={() => onChange(limits.filter((_, index) => index !== at))}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
        ))}
        <Group>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} />}
            onClick={() => onChange([...limits, { channel: "", capacity: 1 }])}
          >
            {t("field.channel.add")}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}
