import { Alert, Button, Checkbox, CopyButton, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import type { NewApiToken } from "../../../../contract/api-token.js";
import { integrationsTexts } from "../../../texts/integrations/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";

/** The scopes there are; the page loads no schemas for them. */
const scopes: NewApiToken["scopes"] = ["rest-channel", "direct-line"];

/** Makes a token and shows it, this once. */
export function TokenDialog({ onClose, onMade }: { onClose: () => void; onMade: () => void }) {
  const t = useTexts(integrationsTexts);
  const [token, setToken] = useState<string>();
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={token === undefined}
      title={t(token === undefined ? "new" : "made")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {token === undefined ? (
        <NewToken
          onMade={(made) => {
            setToken(made);
            onMade();
          }}
        />
      ) : (
        <Shown token={token} onClose={onClose} />
      )}
    </Modal>
  );
}

function NewToken({ onMade }: { onMade: (token: string) => void }) {
  const t = useTexts(integrationsTexts);
  const { api } = useDesk();
  const [problem, setProblem] = useState<string>();
  const form = useForm<NewApiToken>({
    initialValues: { name: "", scopes: scopes.slice(0, 1) },
    validate: { name: (text) => (text.trim() === "" ? t("name.needed") : null) },
  });
  const make = async (draft: NewApiToken): Promise<void> => {
    try {
      onMade((await api.admin.createToken({ ...draft, name: draft.name.trim() })).token);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <form onSubmit={form.onSubmit((draft) => void make(draft))} noValidate>
      <Stack>
        <TextInput
          data-autofocus
          label={t("name")}
          description={t("name.hint")}
          required
          maxLength={100}
          {...form.getInputProps("name")}
        />
        <Checkbox.Group label={t("scopes")} {...form.getInputProps("scopes")}>
          <Stack gap="xs" mt="xs">
            {scopes.map((scope) => (
              <Checkbox key={scope} value={scope} label={t(`scope.${scope}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
        {problem && (
          <Alert role="alert" color="red">
            {problem}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button type="submit" disabled={form.values.scopes.length === 0}>
            {t("make")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Shown({ token, onClose }: { token: string; onClose: () => void }) {
  const t = useTexts(integrationsTexts);
  return (
    <Stack>
      <TextInput
        label={t("tokens")}
        description={t("made.hint")}
        value={token}
        readOnly
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <Group justify="flex-end">
        <CopyButton value={token}>
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
