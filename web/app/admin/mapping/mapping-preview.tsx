import { Select, Skeleton, Stack, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useCallback, useState } from "react";
import type { InteractionMapping } from "../../../../contract/interaction.js";
import { agreementsTexts } from "../../../texts/agreements/index.js";
import { useDesk, useLocale, useTexts } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { useLoaded } from "../../shared/use-loaded.js";

const pauseMs = 250;

/** What an interaction of a real chat request would begin with; nothing is saved. */
export function MappingPreview({ mapping }: { mapping: InteractionMapping }) {
  const t = useTexts(agreementsTexts);
  const { api } = useDesk();
  const locale = useLocale();
  const [chosen, setChosen] = useState<string | null>(null);
  const load = useCallback(() => api.records.findChatRequests({ locale, limit: "25" }), [api, locale]);
  const [requests, reload] = useLoaded(load);
  if (requests.status === "loading") return <Skeleton h={160} aria-hidden />;
  if (requests.status === "failed") return <LoadFailed message={requests.error.message} onRetry={reload} />;
  const { items } = requests.value;
  const shown = items.find(({ id }) => id === chosen) ?? items[0];
  if (!shown) return <Text c="dimmed">{t("preview.none")}</Text>;
  return (
    <Stack>
      <Select
        label={t("preview.choose")}
        allowDeselect={false}
        data={items.map(({ id, contact, question }) => ({
          value: id,
          label: `${contact.name} · ${question}`,
        }))}
        value={shown.id}
        onChange={setChosen}
      />
      <Filled mapping={mapping} attendanceId={shown.id} />
    </Stack>
  );
}

function Filled({ mapping, attendanceId }: { mapping: InteractionMapping; attendanceId: string }) {
  const t = useTexts(agreementsTexts);
  const { api } = useDesk();
  const [settled] = useDebouncedValue(mapping, pauseMs);
  const load = useCallback(
    () => api.admin.agreements.previewMapping({ mapping: settled, attendanceId }),
    [api, settled, attendanceId],
  );
  const [preview, reload] = useLoaded(load);
  if (preview.status === "loading") return <Skeleton h={120} aria-hidden />;
  if (preview.status === "failed") return <LoadFailed message={preview.error.message} onRetry={reload} />;
  const { title, description, location } = preview.value;
  const rows = { title, description, location };
  return (
    <Stack gap="xs" aria-live="polite">
      {(["title", "description", "location"] as const).map((name) => (
        <div key={name}>
          <Text size="xs" c="dimmed">
            {t(`mapping.${name}`)}
          </Text>
          <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
            {rows[name] || "–"}
          </Text>
        </div>
      ))}
    </Stack>
  );
}
