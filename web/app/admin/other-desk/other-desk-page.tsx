import { Anchor, Paper, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useCallback } from "react";
import { Link } from "wouter";
import { appTexts } from "../../../texts/app.js";
import { otherDeskTexts } from "../../../texts/other-desk/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { DeskForm } from "./desk-form.js";
import { DeskState } from "./desk-state.js";
import { HookPart } from "./hook-part.js";
import { StuckPart } from "./stuck-part.js";

/** `/admin/other-desk`: where tickets are kept too, and how that goes. */
export function OtherDeskPage() {
  const t = useTexts(otherDeskTexts);
  const app = useTexts(appTexts);
  const { api } = useDesk();
  const [loaded, reload] = useLoaded(
    useCallback(async () => {
      const [{ desk }, portfolio] = await Promise.all([
        api.admin.otherDesk.read(),
        api.admin.readPortfolio(),
      ]);
      return { desk, portfolio };
    }, [api]),
  );
  useDocumentTitle(`${app("product.name")} · ${t("title")}`);
  return (
    <Stack gap="lg">
      <div>
        <Title order={1} size="h3">
          {t("title")}
        </Title>
        <Text size="sm" c="dimmed">
          {t("hint")}
        </Text>
      </div>
      {loaded.status === "loading" && <Skeleton h={320} radius="lg" />}
      {loaded.status === "failed" && <LoadFailed message={loaded.error.message} onRetry={reload} />}
      {loaded.status === "ready" && (
        <>
          {loaded.value.desk && <DeskState desk={loaded.value.desk} onChanged={reload} />}
          <DeskForm
            key={`${loaded.value.desk?.createdAt ?? 0}:${loaded.value.desk?.version ?? 0}`}
            desk={loaded.value.desk}
            portfolio={loaded.value.portfolio}
            onChanged={reload}
          />
          {loaded.value.desk && <StuckPart desk={loaded.value.desk} onChanged={reload} />}
          {loaded.value.desk?.kind === "zammad" && <HookPart path={loaded.value.desk.hookPath} />}
        </>
      )}
      <Paper withBorder p="md" component="section">
        <Title order={2} size="h5">
          {t("others")}
        </Title>
        <Text size="sm" c="dimmed">
          {t("others.text")}{" "}
          <Anchor component={Link} href="/admin/integrations" underline="always" size="sm">
            {t("others.open")}
          </Anchor>
        </Text>
      </Paper>
    </Stack>
  );
}
