import { Alert, Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { IconDownload, IconLink } from "@tabler/icons-react";
import { useCallback, useMemo, useState } from "react";
import type { AuditCheck } from "../../../../contract/audit.js";
import { appTexts } from "../../../texts/app.js";
import { privacyTexts } from "../../../texts/privacy/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { actsFile } from "../../shared/privacy-api.js";
import { useLoaded } from "../../shared/use-loaded.js";
import classes from "../admin.module.css";
import { ActLine } from "./act-line.js";
import { ActFilters, type Filters, noFilters, toQuery } from "./act-filters.js";

/** `/admin/audit`: who did what, when, and what it was before and after. */
export function AuditPage() {
  const t = useTexts(privacyTexts);
  const app = useTexts(appTexts);
  const { api } = useDesk();
  const [filters, setFilters] = useState<Filters>(noFilters);
  const [after, setAfter] = useState<string>();
  const query = useMemo(() => toQuery(filters), [filters]);
  const [page, reload] = useLoaded(
    useCallback(
      () => api.privacy.readActs(after === undefined ? query : { ...query, after }),
      [api, query, after],
    ),
  );
  useDocumentTitle(`${app("product.name")} · ${t("nav.audit")}`);
  const change = (next: Filters): void => {
    setFilters(next);
    setAfter(undefined);
  };
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={1} size="h3">
            {t("nav.audit")}
          </Title>
          <Text size="sm" c="dimmed">
            {t("audit.hint")}
          </Text>
        </div>
        <Button
          component="a"
          href={actsFile(query)}
          download
          variant="default"
          leftSection={<IconDownload size={16} />}
        >
          {t("audit.csv")}
        </Button>
      </Group>
      <ChainCheck />
      <ActFilters
        filters={filters}
        actors={page.status === "ready" ? page.value.actors : []}
        onChange={change}
      />
      {page.status === "loading" && <Skeleton h={320} radius="lg" />}
      {page.status === "failed" && <LoadFailed message={page.error.message} onRetry={reload} />}
      {page.status === "ready" && page.value.items.length === 0 && <Text>{t("audit.none")}</Text>}
      {page.status === "ready" && page.value.items.length > 0 && (
        <ol className={classes.list} aria-label={t("nav.audit")}>
          {page.value.items.map((act) => (
            <ActLine key={act.id} act={act} />
          ))}
        </ol>
      )}
      {page.status === "ready" && (
        <Group>
          {after !== undefined && (
            <Button variant="default" onClick={() => setAfter(undefined)}>
              {t("audit.newest")}
            </Button>
          )}
          {page.value.next !== undefined && (
            <Button variant="default" onClick={() => setAfter(page.value.next)}>
              {t("audit.more")}
            </Button>
          )}
        </Group>
      )}
    </Stack>
  );
}

/** Reads the whole chain on the server, and says whether it holds. */
function ChainCheck() {
  const t = useTexts(privacyTexts);
  const { api } = useDesk();
  const [isBusy, setBusy] = useState(false);
  const [checked, setChecked] = useState<AuditCheck>();
  const [problem, setProblem] = useState<string>();
  const check = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    await api.privacy.checkActs().then(setChecked, (error: Error) => setProblem(error.message));
    setBusy(false);
  };
  return (
    <Group gap="sm" align="center">
      <Button
        variant="default"
        loading={isBusy}
        leftSection={<IconLink size={16} />}
        onClick={() => void check()}
      >
        {t("audit.check")}
      </Button>
      <div role="status">
        {problem !== undefined && <Alert color="red">{problem}</Alert>}
        {checked !== undefined && (
          <Alert color={checked.isWhole ? "green" : "red"} py="xs">
            {checked.isWhole
              ? t("audit.whole", { count: checked.checked, head: (checked.head ?? "–").slice(0, 16) })
              : t("audit.broken", { at: checked.brokenAt ?? 0 })}
          </Alert>
        )}
      </div>
    </Group>
  );
}
