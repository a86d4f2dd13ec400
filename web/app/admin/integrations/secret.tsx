import { Button, CopyButton, Group, Stack, TextInput } from "@mantine/core";
import { integrationsTexts } from "../../../texts/integrations/index.js";
import { useTexts } from "../../shared/desk.js";

/** What is shown once: to be copied now. */
export function Secret(props: { label: string; hint: string; secret: string; onClose: () => void }) {
  const { label, hint, secret, onClose } = props;
  const t = useTexts(integrationsTexts);
  return (
    <Stack>
      <TextInput
        label={label}
        description={hint}
        value={secret}
        readOnly
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <Group justify="flex-end">
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {t(copied ? "copied" : "copy")}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onClose}>{t("done")}</Button>
      </Group>
    </Stack>
  );
}
