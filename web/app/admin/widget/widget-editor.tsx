import { Alert, Button, Grid, Group, SegmentedControl, Stack, Tabs } from "@mantine/core";
import { useState } from "react";
import type { ListedGroup } from "../../../../contract/directory.js";
import type { AdminPortfolio } from "../../../../contract/portfolio.js";
import { type WidgetAdmin, widgetObjectId } from "../../../../contract/widget.js";
import { adminTexts } from "../../../texts/admin/index.js";
import { type Locale, languages } from "../../../texts/index.js";
import { useDesk, useLocale, useTexts } from "../../shared/desk.js";
import { TabRow } from "../../shared/tab-row.js";
import { Changes } from "../changes.js";
import { useTell } from "../use-tell.js";
import { GuestPart } from "./guest-part.js";
import { LivePreview } from "./live-preview.js";
import { LookPart } from "./look-part.js";
import { PagesPart } from "./pages-part.js";
import { StartPart } from "./start-part.js";
import { useWidgetForm } from "./use-widget-form.js";
import { useWidgetTexts } from "./use-widget-texts.js";

export interface WidgetEditorProps {
  readonly widget: WidgetAdmin;
  readonly activities: AdminPortfolio["activities"];
  readonly groups: readonly ListedGroup[];
  readonly onChanged: () => void;
}

export function WidgetEditor({ widget, activities, groups, onChanged }: WidgetEditorProps) {
  const t = useWidgetTexts();
  const admin = useTexts(adminTexts);
  const tell = useTell();
  const { api } = useDesk();
  const form = useWidgetForm(widget.settings);
  const [language, setLanguage] = useState<Locale>(useLocale());
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);

  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      await api.admin.saveWidget({ settings: form.getValues(), version: widget.version });
      setRefusal(undefined);
      tell.done(t("saved"));
      onChanged();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Grid gap="xl">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <form
          noValidate
          onSubmit={form.onSubmit(
            () => void save(),
            () => setRefusal(t("faulty")),
          )}
        >
          <Stack>
            <Group>
              <SegmentedControl
                aria-label={t("language")}
                value={language}
                onChange={(next) => setLanguage(next as Locale)}
                data={languages.map(({ locale, name }) => ({ value: locale, label: name }))}
              />
            </Group>
            <Tabs defaultValue="look" keepMounted={false}>
              <TabRow>
                {(["look", "start", "guests", "pages"] as const).map((part) => (
                  <Tabs.Tab key={part} value={part}>
                    {t(part)}
                  </Tabs.Tab>
                ))}
                <Tabs.Tab value="history">{admin("history.open")}</Tabs.Tab>
              </TabRow>
              <Tabs.Panel value="look">
                <LookPart form={form} language={language} logoUrl={widget.logoUrl} onChanged={onChanged} />
              </Tabs.Panel>
              <Tabs.Panel value="start">
                <StartPart form={form} language={language} activities={activities} />
              </Tabs.Panel>
              <Tabs.Panel value="guests">
                <GuestPart
                  form={form}
                  language={language}
                  activities={activities}
                  accountName={widget.guestAccountName}
                />
              </Tabs.Panel>
              <Tabs.Panel value="pages">
                <PagesPart form={form} widget={widget} groups={groups} onChanged={onChanged} />
              </Tabs.Panel>
              <Tabs.Panel value="history">
                <Changes objectId={widgetObjectId} />
              </Tabs.Panel>
            </Tabs>
            {refusal && (
              <Alert role="alert" color="red">
                {refusal}
              </Alert>
            )}
            <Group>
              <Button type="submit" loading={busy}>
                {admin("save")}
              </Button>
            </Group>
          </Stack>
        </form>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <LivePreview settings={form.values} logoUrl={widget.logoUrl} language={language} />
      </Grid.Col>
    </Grid>
  );
}
