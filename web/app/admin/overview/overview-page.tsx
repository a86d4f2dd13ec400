import "@mantine/dates/styles.css";
import { Grid, Skeleton, Stack, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useCallback, useEffect } from "react";
import { appTexts } from "../../../texts/app.js";
import { overviewTexts } from "../../../texts/overview/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { CalendarsPart } from "./calendars-part.js";
import { HealthCard } from "./health-card.js";
import { ModesPart } from "./modes-part.js";
import { TodayCard } from "./today-card.js";

const refreshMs = 10_000;

/** `/admin`: who answers now and why, how the desk is doing, what happened today, and the calendars. */
export function OverviewPage() {
  const t = useTexts(overviewTexts);
  const tApp = useTexts(appTexts);
  const { api } = useDesk();
  const load = useCallback(async () => {
    const [modes, overview, calendars] = await Promise.all([
      api.overview.readModes(),
      api.overview.readOverview(new Date().setHours(0, 0, 0, 0)),
      api.overview.readCalendars(),
    ]);
    return { modes, overview, calendars: calendars.items };
  }, [api]);
  const [loaded, reload] = useLoaded(load);
  useDocumentTitle(`${tApp("product.name")} · ${t("title")}`);
  useEffect(() => {
    const timer = setInterval(reload, refreshMs);
    return () => clearInterval(timer);
  }, [reload]);

  return (
    <Stack gap="lg" maw={960} w="100%" mx="auto">
      <Title order={1} size="h3">
        {t("title")}
      </Title>
      {loaded.status === "loading" && <OverviewSkeleton />}
      {loaded.status === "failed" && <LoadFailed message={loaded.error.message} onRetry={reload} />}
      {loaded.status === "ready" && (
        <>
          <ModesPart modes={loaded.value.modes} calendars={loaded.value.calendars} onChanged={reload} />
          <Grid>
            <Grid.Col span={{ base: 12, sm: 7 }}>
              <TodayCard overview={loaded.value.overview} />
            </Grid.Col>
            <Grid.Col span={{ base: 12, sm: 5 }}>
              <HealthCard health={loaded.value.overview.health} />
            </Grid.Col>
          </Grid>
          <CalendarsPart calendars={loaded.value.calendars} onChanged={reload} />
        </>
      )}
    </Stack>
  );
}

function OverviewSkeleton() {
  return (
    <Stack aria-hidden>
      <Skeleton h={210} radius="lg" />
      <Skeleton h={170} radius="lg" />
      <Skeleton h={260} radius="lg" />
    </Stack>
  );
}
