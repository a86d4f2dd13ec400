import { Alert, Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconAlertCircle } from "@tabler/icons-react";
import { useState } from "react";
import { type AppKey, appTexts } from "../../texts/app.js";
import { useDesk, useTexts } from "../shared/desk.js";
import { ApiError } from "../shared/http.js";

interface Credentials {
  readonly username: string;
  readonly password: string;
}

export function LogInForm({ initial }: { initial: Credentials }) {
  const t = useTexts(appTexts);
  const { session } = useDesk();
  const [state, setState] = useState<{ busy: boolean; error?: string }>({ busy: false });
  const required = (value: string) => (value.trim() === "" ? t("log-in.missing") : null);
  const form = useForm<Credentials>({
    mode: "uncontrolled",
    initialValues: initial,
    validate: { username: required, password: required },
  });

  const submit = async (credentials: Credentials): Promise<void> => {
    setState({ busy: true });
    try {
      await session.logIn({ ...credentials, username: credentials.username.trim() });
    } catch (error) {
      const key = toErrorKey(error);
      setState({ busy: false, error: key ? t(key) : toMessage(error) });
    }
  };

  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack>
        {state.error && (
          <Alert color="red" role="alert" icon={<IconAlertCircle size={18} />}>
            {state.error}
          </Alert>
        )}
        <TextInput
          label={t("log-in.username")}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          data-autofocus
          {...form.getInputProps("username")}
        />
        <PasswordInput
          label={t("log-in.password")}
          autoComplete="current-password"
          {...form.getInputProps("password")}
        />
        <Button type="submit" loading={state.busy} fullWidth mt={4}>
          {t("log-in.submit")}
        </Button>
      </Stack>
    </form>
  );
}

function toErrorKey(error: unknown): AppKey | undefined {
  if (!(error instanceof ApiError)) return undefined;
  if (error.status === 401) return "log-in.wrong";
  if (error.status === 429) return "log-in.too-many";
  return error.status === 0 ? "log-in.unreachable" : undefined;
}

function toMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
