import { Button, Group, NumberInput, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { Retention, RetentionKind } from "../../../../contract/privacy.js";
import { privacyTexts } from "../../../texts/privacy/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { useTell } from "../use-tell.js";

const kinds: readonly RetentionKind[] = ["talks", "tickets", "interactions", "files", "mails", "turns"];

/** How long each kind is kept. */
export function RetentionPart(props: { retention: Retention; version: number; onSaved: () => void }) {
  const { version, onSaved } = props;
  const t = useTexts(privacyTexts);
  const tell = useTell();
  const { api } = useDesk();
  const [retention, setRetention] = useState(props.retention);
  const set = (kind: RetentionKind, value: string | number): void => {
    const { [kind]: _former, ...rest } = retention;
    setRetention(typeof value === "number" && value >= 1 ? { ...rest, [kind]: Math.floor(value) } : rest);
  };
  const save = (): void => {
    api.privacy.saveRetention(retention, version).then(
      () => {
        tell.done(t("saved"));
        onSaved();
      },
      (error: Error) => tell.failed(error.message),
    );
  };
  return (
    <Stack gap="sm" maw={480}>
      <Text size="sm" c="dimmed">
        {t("retention.hint")}
      </Text>
      {kinds.map((kind) => (
        <NumberInput
          key={kind}
          label={t(`kind.${kind}`)}
          suffix={` ${t("days")}`}
          min={1}
          max={36_500}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          value={retention[kind] ?? ""}
          onChange={(value) => set(kind, value)}
        />
      ))}
      <Group>
        <Button onClick={save}>{t("save")}</Button>
      </Group>
    </Stack>
  );
}
