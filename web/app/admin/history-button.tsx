import { Anchor, Modal, Skeleton, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useCallback } from "react";
import { adminTexts } from "../../texts/admin/index.js";
import type { Parameter } from "../shared/api.js";
import { useDesk, useTexts } from "../shared/desk.js";
import { LoadFailed } from "../shared/load-failed.js";
import { RelativeTime } from "../shared/time.js";
import { useLoaded } from "../shared/use-loaded.js";
import classes from "./admin.module.css";

/** Opens who changed a parameter, when, and how (S0-24). */
export function HistoryButton({ parameter }: { parameter: Parameter }) {
  const t = useTexts(adminTexts);
  const [opened, { open, close }] = useDisclosure(false);
  const title = t("history.title", { name: `${parameter.number} ${parameter.name}` });
  return (
    <>
      <Anchor component="button" type="button" size="xs" onClick={open} aria-label={title}>
        {t("history.open")}
      </Anchor>
      <Modal
        opened={opened}
        onClose={close}
        title={title}
        size="lg"
        closeButtonProps={{ "aria-label": t("close") }}
      >
        <History parameter={parameter} />
      </Modal>
    </>
  );
}

function History({ parameter }: { parameter: Parameter }) {
  const t = useTexts(adminTexts);
  const { api } = useDesk();
  const { number } = parameter;
  const [history, reload] = useLoaded(useCallback(() => api.admin.readHistory(number), [api, number]));
  if (history.status === "loading") return <Skeleton h={120} />;
  if (history.status === "failed") return <LoadFailed message={history.error.message} onRetry={reload} />;
  if (history.value.items.length === 0) return <Text size="sm">{t("history.empty")}</Text>;
  return (
    <ol className={classes.plain}>
      {history.value.items.map(({ changedAt, changedBy, oldValue, value }) => (
        <Stack component="li" gap={2} key={`${changedAt} ${value}`} className={classes.change}>
          <Text size="sm" fw={600}>
            {changedBy ?? t("history.system")} · <RelativeTime at={changedAt} />
          </Text>
          <Text size="sm" className={classes.values}>
            <del>{nameOf(parameter, oldValue) || t("history.nothing")}</del>
            {" → "}
            <ins>{nameOf(parameter, value) || t("history.nothing")}</ins>
          </Text>
        </Stack>
      ))}
    </ol>
  );
}

/** A choice is told by its name; what it once pointed at may be gone. */
function nameOf({ options }: Parameter, value: string): string {
  return options?.find(({ id }) => id === value)?.name ?? value;
}
