import { Alert, Button, Divider, Stack } from "@mantine/core";
import { IconAlertCircle, IconLogin2 } from "@tabler/icons-react";
import { toSafePath } from "../../../contract/safe-path.js";
import { type SignOnRefusal, signOnRefusals } from "../../../contract/sign-on-refusals.js";
import { signOnTexts } from "../../texts/sign-on/index.js";
import { useTexts } from "../shared/desk.js";

interface SignOnProps {
  /** As the provider is called here. */
  readonly name: string;
  /** Where the person wanted to go. */
  readonly next: string | null;
  /** From the address of the page, which anybody may have written. */
  readonly why: string | null;
  readonly hasPassword: boolean;
}

/** The way to the identity provider, and why it led nowhere the last time. */
export function SignOnPart({ name, next, why, hasPassword }: SignOnProps) {
  const t = useTexts(signOnTexts);
  const returnTo = toSafePath(next);
  const query = returnTo === undefined ? "" : `?${new URLSearchParams({ returnTo })}`;
  const refusal = signOnRefusals.find((one) => one === why);
  return (
    <Stack>
      {refusal && (
        <Alert
          color={refusal === "cancelled" ? "gray" : "red"}
          role="alert"
          icon={<IconAlertCircle size={18} />}
        >
          {t(toKey(refusal, hasPassword), { name })}
        </Alert>
      )}
      <Button
        component="a"
        href={`/api/v1/session/oidc${query}`}
        fullWidth
        variant={hasPassword ? "default" : "filled"}
        leftSection={<IconLogin2 size={18} aria-hidden />}
      >
        {t("button", { name })}
      </Button>
      {hasPassword && <Divider label={t("or")} />}
    </Stack>
  );
}

function toKey(refusal: SignOnRefusal, hasPassword: boolean) {
  return refusal === "away" && hasPassword ? "why.away.password" : (`why.${refusal}` as const);
}
