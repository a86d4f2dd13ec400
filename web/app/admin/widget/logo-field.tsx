import { Avatar, Button, FileButton, Group, Stack, Text } from "@mantine/core";
import { useDesk } from "../../shared/desk.js";
import { useTell } from "../use-tell.js";
import { useWidgetTexts } from "./use-widget-texts.js";

/** The picture is saved as soon as it is chosen. */
export function LogoField({ logoUrl, onChanged }: { logoUrl: string | undefined; onChanged: () => void }) {
  const t = useWidgetTexts();
  const tell = useTell();
  const { api } = useDesk();
  const run = async (work: Promise<unknown>): Promise<void> => {
    try {
      await work;
      tell.done(t("saved"));
      onChanged();
    } catch (error) {
      tell.failed(error instanceof Error ? error.message : String(error));
    }
  };
  const choose = async (file: File | null): Promise<void> => {
    if (file) await run(api.admin.setLogo(toBase64(await file.arrayBuffer())));
  };
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {t("logo")}
      </Text>
      <Text size="xs" c="dimmed">
        {t("logo.hint")}
      </Text>
      <Group>
        {logoUrl && <Avatar src={logoUrl} alt="" size={38} />}
        <FileButton accept="image/png,image/jpeg,image/webp" onChange={(file) => void choose(file)}>
          {(props) => (
            <Button {...props} variant="default" size="xs">
              {t("logo.choose")}
            </Button>
          )}
        </FileButton>
        {logoUrl && (
          <Button variant="default" size="xs" onClick={() => void run(api.admin.removeLogo())}>
            {t("logo.remove")}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function toBase64(bytes: ArrayBuffer): string {
  return btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(""));
}
