import { Skeleton, Stack, Text } from "@mantine/core";
import { useCallback } from "react";
import { adminTexts } from "../../texts/admin/index.js";
import { useDesk, useTexts } from "../shared/desk.js";
import { LoadFailed } from "../shared/load-failed.js";
import { RelativeTime } from "../shared/time.js";
import { useLoaded } from "../shared/use-loaded.js";
import classes from "./admin.module.css";
import { tellValue } from "./tell-value.js";

/** Who changed an item, when, and what of it (S0-24). */
export function Changes({ objectId }: { objectId: string }) {
  const t = useTexts(adminTexts);
  const { api } = useDesk();
  const [changes, reload] = useLoaded(useCallback(() => api.admin.readChanges(objectId), [api, objectId]));
  if (changes.status === "loading") return <Skeleton h={120} />;
  if (changes.status === "failed") return <LoadFailed message={changes.error.message} onRetry={reload} />;
  const { items, names } = changes.value;
  if (items.length === 0) return <Text size="sm">{t("history.empty")}</Text>;
  return (
    <ol className={classes.plain}>
      {items.map(({ id, action, changedAt, changedBy, before, after }) => (
        <Stack component="li" gap={2} key={id} className={classes.change}>
          <Text size="sm" fw={600}>
            {t(`action.${action}`)} · {changedBy ?? t("history.system")} · <RelativeTime at={changedAt} />
          </Text>
          {action === "updated" &&
            [...new Set([...Object.keys(before), ...Object.keys(after)])].map((name) => (
              <Text size="xs" key={name} className={classes.values}>
                {name}: <del>{tellValue(before[name], names)}</del>
                {" → "}
                <ins>{tellValue(after[name], names)}</ins>
              </Text>
            ))}
        </Stack>
      ))}
    </ol>
  );
}
