import {
  ActionIcon,
  Alert,
  Badge,
  Code,
  CopyButton,
  EmptyState,
  Group,
  Paper,
  Skeleton,
  Stack,
  Text,
  Title,
} from "@mantine/core";
import { IconCheck, IconCopy, IconKey } from "@tabler/icons-react";
import { useCallback } from "react";
import type { SignOnAdmin } from "../../../../contract/sign-on.js";
import { signOnTexts } from "../../../texts/sign-on/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { SignOnRulesForm } from "./sign-on-rules.js";

/** The identity provider, what to register there, and what its groups give. */
export function SignOnPart() {
  const t = useTexts(signOnTexts);
  const { api } = useDesk();
  const [loaded, reload] = useLoaded(useCallback(() => api.admin.readSignOn(), [api]));
  const [groups] = useLoaded(useCallback(() => api.admin.readGroups(), [api]));
  if (loaded.status === "failed") return <LoadFailed message={loaded.error.message} onRetry={reload} />;
  if (loaded.status === "loading" || groups.status === "loading") return <Skeleton h={240} radius="lg" />;
  const { provider, passwords } = loaded.value;
  if (provider === undefined) {
    return <EmptyState icon={<IconKey />} title={t("none.title")} description={t("none.text")} />;
  }
  return (
    <Stack>
      <ProviderCard provider={provider} />
      {!passwords && <Alert color="gray">{t("passwords.off")}</Alert>}
      <SignOnRulesForm
        key={loaded.value.version}
        known={loaded.value}
        claim={provider.groupsClaim}
        groups={groups.status === "ready" ? groups.value.items : []}
        onSaved={reload}
      />
    </Stack>
  );
}

function ProviderCard({ provider }: { provider: NonNullable<SignOnAdmin["provider"]> }) {
  const t = useTexts(signOnTexts);
  return (
    <Paper withBorder p="md" radius="lg" component="section" aria-labelledby="provider-name">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5" id="provider-name">
          {provider.name}
        </Title>
        <Badge color={provider.isReachable ? "teal.9" : "red.9"} variant="filled" tt="none">
          {t(provider.isReachable ? "reachable" : "away")}
        </Badge>
      </Group>
      <Address name={t("issuer")} value={provider.issuer} />
      <Address name={t("client")} value={provider.clientId} />
      <Text size="sm" fw={600} mt="sm">
        {t("to-register")}
      </Text>
      <Address name={t("redirect")} value={provider.redirectUri} />
      <Address name={t("after")} value={provider.postLogoutUri} />
      <Address name={t("back-channel")} value={provider.backChannelUri} />
    </Paper>
  );
}

function Address({ name, value }: { name: string; value: string }) {
  const t = useTexts(signOnTexts);
  return (
    <Group gap="xs" wrap="nowrap" align="center">
      <Text size="sm" c="dimmed" flex={1} miw={0} component="div" style={{ overflowWrap: "anywhere" }}>
        {name}: <Code>{value}</Code>
      </Text>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={copied ? t("copied") : t("copy", { name })}
            onClick={copy}
          >
            {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
          </ActionIcon>
        )}
      </CopyButton>
    </Group>
  );
}
