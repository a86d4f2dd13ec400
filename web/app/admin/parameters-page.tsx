import { CloseButton, EmptyState, Group, Skeleton, Stack, Text, TextInput, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { IconSearch, IconSearchOff } from "@tabler/icons-react";
import { useCallback, useState } from "react";
import { appTexts } from "../../texts/app.js";
import type { Parameter } from "../shared/api.js";
import { useDesk, useLocale, useTexts } from "../shared/desk.js";
import { LoadFailed } from "../shared/load-failed.js";
import { useLoaded } from "../shared/use-loaded.js";
import classes from "./admin.module.css";
import { matchesParameter } from "./matches-parameter.js";
import { ModeCard } from "./mode-card.js";
import { ParameterRow } from "./parameter-row.js";

/** `/admin/parameters`: the mode that results, and every numbered parameter. */
export function ParametersPage() {
  const t = useTexts(appTexts);
  const { api } = useDesk();
  const locale = useLocale();
  const [parameters, reload] = useLoaded(useCallback(() => api.readParameters(locale), [api, locale]));
  useDocumentTitle(`${t("product.name")} · ${t("admin.parameters")}`);
  return (
    <Stack gap="lg" maw={960} w="100%" mx="auto">
      <div>
        <Title order={1} size="h3">
          {t("admin.parameters")}
        </Title>
        <Text size="sm" c="dimmed">
          {t("admin.parameters.hint")}
        </Text>
      </div>
      {parameters.status === "loading" && <AdminSkeleton />}
      {parameters.status === "failed" && <LoadFailed message={parameters.error.message} onRetry={reload} />}
      {parameters.status === "ready" && <Parameters items={parameters.value.items} onSaved={reload} />}
    </Stack>
  );
}

function Parameters({ items, onSaved }: { items: readonly Parameter[]; onSaved: () => void }) {
  const t = useTexts(appTexts);
  const [search, setSearch] = useState("");
  const found = items.filter((parameter) => matchesParameter(parameter, search));
  const clear = <CloseButton aria-label={t("admin.none.clear")} onClick={() => setSearch("")} />;
  return (
    <>
      <ModeCard parameters={items} onSaved={onSaved} />
      <TextInput
        type="search"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        aria-label={t("admin.search")}
        placeholder={t("admin.search")}
        leftSection={<IconSearch size={16} />}
        rightSection={search && clear}
      />
      <Group justify="flex-end" mt={-12}>
        <Text size="xs" c="dimmed" role="status">
          {t.count("admin.found", found.length)}
        </Text>
      </Group>
      {found.length > 0 ? (
        <ul className={classes.list}>
          {found.map((parameter) => (
            <ParameterRow key={parameter.number} parameter={parameter} onSaved={onSaved} />
          ))}
        </ul>
      ) : (
        <EmptyState
          icon={<IconSearchOff />}
          title={t("admin.none.title")}
          description={t("admin.none.text")}
        />
      )}
    </>
  );
}

function AdminSkeleton() {
  return (
    <Stack aria-hidden>
      <Skeleton h={150} radius="lg" />
      {[0, 1, 2, 3].map((row) => (
        <Skeleton key={row} h={92} radius="md" />
      ))}
    </Stack>
  );
}
