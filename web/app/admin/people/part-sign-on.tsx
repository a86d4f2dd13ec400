import { Button, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { ListedPerson } from "../../../../contract/directory.js";
import { signOnTexts } from "../../../texts/sign-on/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { useTell } from "../use-tell.js";

/** Parts an account from the person of the identity provider that uses it. */
export function PartSignOn({ person, onSaved }: { person: ListedPerson; onSaved: () => void }) {
  const t = useTexts(signOnTexts);
  const tell = useTell();
  const { api } = useDesk();
  const [isBusy, setBusy] = useState(false);
  const part = async (): Promise<void> => {
    setBusy(true);
    try {
      await api.admin.removeSignOn(person.id);
      tell.done(t("person.parted", { name: person.name }));
      onSaved();
    } catch (error) {
      tell.failed(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm" c="dimmed">
        {t("person.linked")}
      </Text>
      <Button variant="default" loading={isBusy} onClick={() => void part()}>
        {t("person.part")}
      </Button>
    </Stack>
  );
}
