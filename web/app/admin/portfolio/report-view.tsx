import { Badge, Group, Stack, Text } from "@mantine/core";
import type { ImportReport } from "../../../../contract/portfolio.js";
import { adminTexts } from "../../../texts/admin/index.js";
import { useTexts } from "../../shared/desk.js";
import classes from "../admin.module.css";

/** What an import did or would do, and every row it refused with the reasons. */
export function ReportView({ report }: { report: ImportReport }) {
  const t = useTexts(adminTexts);
  const { dryRun, created, updated, unchanged, refused } = report;
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600} role="status">
        {t(dryRun ? "report.would" : "report.done")}
      </Text>
      <Group gap={6}>
        <Badge variant="default" tt="none">
          {t("report.created", { count: created })}
        </Badge>
        <Badge variant="default" tt="none">
          {t("report.updated", { count: updated })}
        </Badge>
        <Badge variant="default" tt="none">
          {t("report.unchanged", { count: unchanged })}
        </Badge>
        <Badge variant={refused.length > 0 ? "filled" : "default"} color="red.9" tt="none">
          {t("report.refused", { count: refused.length })}
        </Badge>
      </Group>
      {refused.length > 0 && (
        <ul className={classes.list}>
          {refused.map(({ at, type, key, reasons }) => (
            <li key={at} className={classes.refused}>
              <Text size="sm" fw={600}>
                {at} · {type} {key}
              </Text>
              {reasons.map((reason) => (
                <Text key={reason} size="sm" className={classes.values}>
                  {reason}
                </Text>
              ))}
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}
