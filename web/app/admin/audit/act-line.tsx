import { Badge, Group, Stack, Text } from "@mantine/core";
import type { AuditAct } from "../../../../contract/audit.js";
import { privacyTexts } from "../../../texts/privacy/index.js";
import { useTexts } from "../../shared/desk.js";
import { RelativeTime } from "../../shared/time.js";
import adminClasses from "../admin.module.css";
import classes from "./audit.module.css";

/** The one act that is no request: somebody came in with the password kept for emergencies. */
const emergency = "session:emergency";

/** One act: what it was, and on demand what was sent and what changed. */
export function ActLine({ act }: { act: AuditAct }) {
  const t = useTexts(privacyTexts);
  const { summary, method, path, actor, at, seq, object, asked, changes, outcome } = act;
  const isDone = outcome === "done";
  const where = Object.values(object).join(" · ");
  const named = path === emergency ? t("act.emergency") : summary;
  const told = isDone ? t("outcome.done") : outcome === "begun" ? t("outcome.unknown") : t("outcome.refused");
  return (
    <li className={classes.act}>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <div className={classes.what}>
          <Text fw={600} size="sm">
            {named === "" ? `${method} ${path}` : named}
          </Text>
          <Text size="xs" c="dimmed">
            {seq} · {actor.name} · <RelativeTime at={at} />
            {where !== "" && ` · ${where}`}
          </Text>
        </div>
        <Badge color={isDone ? "green" : "orange"} variant="light" tt="none" className={classes.badge}>
          {told}
        </Badge>
      </Group>
      <details>
        <summary className={classes.more}>
          {method} {path}
          {!isDone && ` · ${outcome}`}
        </summary>
        <Stack gap={6} mt={6}>
          {asked !== null && (
            <div>
              <Text size="xs" fw={600}>
                {t("audit.sent")}
              </Text>
              <pre className={classes.json}>{JSON.stringify(asked, undefined, 2)}</pre>
            </div>
          )}
          {changes.map((change) => (
            <Change key={`${change.type} ${change.id}`} change={change} />
          ))}
        </Stack>
      </details>
    </li>
  );
}

function Change({ change: { type, id, before = {}, after = {} } }: { change: AuditAct["changes"][number] }) {
  const t = useTexts(privacyTexts);
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return (
    <div>
      <Text size="xs" fw={600}>
        {t("audit.changed")}: {type} {id}
      </Text>
      {names.map((name) => (
        <Text size="xs" key={name} className={adminClasses.values}>
          {name}: <del>{show(before[name])}</del>
          {" → "}
          <ins>{show(after[name])}</ins>
        </Text>
      ))}
    </div>
  );
}

function show(value: unknown): string {
  return typeof value === "string" ? value : value === undefined ? "–" : JSON.stringify(value);
}
