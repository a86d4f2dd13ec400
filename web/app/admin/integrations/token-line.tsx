import { Alert, Badge, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { ApiArea, ApiScope, ApiToken } from "../../../../contract/api-token.js";
import { type IntegrationsKey, integrationsTexts } from "../../../texts/integrations/index.js";
import type { Translate } from "../../../texts/index.js";
import { useDesk, useLocale, useTexts } from "../../shared/desk.js";
import { RelativeTime } from "../../shared/time.js";
import { toMinute } from "../../shared/time-format.js";
import classes from "../admin.module.css";

/** One token: what it may do, when it was used, and the way to take it back. */
export function TokenLine({ token, onRevoked }: { token: ApiToken; onRevoked: () => void }) {
  const t = useTexts(integrationsTexts);
  const locale = useLocale();
  const [isAsking, setAsking] = useState(false);
  const { name, scopes, actsAs, createdAt, createdBy = "", lastUsedAt, revokedAt } = token;
  return (
    <li className={`${classes.line} ${classes.wrapping}`}>
      <div className={classes["line-name"]}>
        <b>{name}</b>
        <Text size="xs" c="dimmed" component="div">
          {t("made-by", { time: toMinute(createdAt, locale), name: createdBy })} ·{" "}
          {actsAs !== undefined && <>{t("acts-as.of", { name: actsAs.name })} · </>}
          {lastUsedAt === undefined ? (
            t("never-used")
          ) : (
            <>
              {t("used")} <RelativeTime at={lastUsedAt} />
            </>
          )}
        </Text>
      </div>
      <Group gap={8} justify="flex-end">
        {scopes.map((scope) => (
          <Badge key={scope} variant="default" tt="none">
            {nameOf(scope, t)}
          </Badge>
        ))}
        {revokedAt === undefined ? (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t("revoke.of", { name })}
            onClick={() => setAsking(true)}
          >
            {t("revoke")}
          </Button>
        ) : (
          <Badge color="gray" variant="light" tt="none">
            {t("revoked")}
          </Badge>
        )}
      </Group>
      {isAsking && <RevokeDialog token={token} onClose={() => setAsking(false)} onRevoked={onRevoked} />}
    </li>
  );
}

function nameOf(scope: ApiScope, t: Translate<IntegrationsKey>): string {
  if (scope === "rest-channel" || scope === "direct-line" || scope === "mail" || scope === "scim")
    return t(`scope.${scope}`);
  const [area, way] = scope.split(":") as [ApiArea, "read" | "write"];
  return `${t(`area.${area}`)}: ${t(way)}`;
}

function RevokeDialog(props: { token: ApiToken; onClose: () => void; onRevoked: () => void }) {
  const { token, onClose, onRevoked } = props;
  const t = useTexts(integrationsTexts);
  const { api } = useDesk();
  const [problem, setProblem] = useState<string>();
  const revoke = async (): Promise<void> => {
    try {
      await api.admin.revokeToken(token.id);
      onRevoked();
      onClose();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("revoke.of", { name: token.name })}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <Stack>
        <Text size="sm">{t("revoke.text")}</Text>
        {problem && (
          <Alert role="alert" color="red">
            {problem}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button color="red.9" onClick={() => void revoke()}>
            {t("revoke")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
