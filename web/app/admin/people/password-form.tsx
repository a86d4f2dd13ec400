import { Button, Group, PasswordInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { ListedPerson } from "../../../../contract/directory.js";
import { adminTexts } from "../../../texts/admin/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { useTell } from "../use-tell.js";

const passwordCharsMin = 8;

/** Sets a password; whoever is logged in with the old one is logged out. */
export function PasswordForm({ person }: { person: ListedPerson }) {
  const t = useTexts(adminTexts);
  const tell = useTell();
  const { api } = useDesk();
  const [password, setPassword] = useState("");
  const [error, setError] = useState<string>();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (password.length < passwordCharsMin) return setError(t("fault.password"));
    try {
      await api.admin.setPassword(person.id, password);
      tell.done(t("person.password.set", { name: person.name }));
      setPassword("");
      setError(undefined);
    } catch (refusal) {
      setError(refusal instanceof Error ? refusal.message : String(refusal));
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Group align="flex-end" wrap="nowrap">
        <PasswordInput
          flex={1}
          label={t("person.password.new")}
          description={t("person.password.ends")}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ "aria-label": t("person.password.show") }}
          value={password}
          error={error}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={password === ""}>
          {t("person.password.submit")}
        </Button>
      </Group>
    </form>
  );
}
