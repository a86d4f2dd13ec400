import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useCallback } from "react";
import { appTexts } from "../../../texts/app.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { useWidgetTexts } from "./use-widget-texts.js";
import { WidgetEditor } from "./widget-editor.js";

/** `/admin/widget`: the chat on other pages, with the chat itself beside what is set. */
export function WidgetPage() {
  const t = useWidgetTexts();
  const product = useTexts(appTexts)("product.name");
  const { api } = useDesk();
  const [loaded, reload] = useLoaded(
    useCallback(
      () => Promise.all([api.admin.readWidget(), api.admin.readPortfolio(), api.admin.readGroups()]),
      [api],
    ),
  );
  useDocumentTitle(`${product} · ${t("title")}`);

  if (loaded.status === "loading") return <Skeleton h={520} radius="lg" aria-hidden />;
  if (loaded.status === "failed") return <LoadFailed message={loaded.error.message} onRetry={reload} />;
  const [widget, portfolio, groups] = loaded.value;
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
      <WidgetEditor
        key={widget.version}
        widget={widget}
        activities={portfolio.activities}
        groups={groups.items}
        onChanged={reload}
      />
    </Stack>
  );
}
