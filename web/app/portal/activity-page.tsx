import { Badge, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useLocation } from "wouter";
import type { Activity, Catalog, Ticket } from "../../../contract/ticket.js";
import { ProblemPage } from "../problem/problem-page.js";
import { LoadFailed } from "../shared/load-failed.js";
import { ActivityForm } from "./activity-form.js";
import { PageSkeleton } from "./page-skeleton.js";
import { Trail } from "./trail.js";
import { useCatalogs } from "./use-catalogs.js";
import { usePortalTexts } from "./use-portal-texts.js";

export interface ActivityPageProps {
  readonly catalogId: string;
  readonly activityId: string;
}

/** What one activity asks for; sending it opens a ticket. */
export function ActivityPage({ catalogId, activityId }: ActivityPageProps) {
  const [catalogs, reload] = useCatalogs();
  if (catalogs.status === "loading") return <PageSkeleton />;
  if (catalogs.status === "failed") return <LoadFailed onRetry={reload} />;
  const catalog = catalogs.value.find(({ id }) => id === catalogId);
  const activity = catalog?.services
    .flatMap(({ activities }) => activities)
    .find(({ id }) => id === activityId);
  if (!catalog || !activity) return <ProblemPage kind="not-found" part />;
  return <Ask key={activity.id} catalog={catalog} activity={activity} />;
}

function Ask({ catalog, activity }: { catalog: Catalog; activity: Activity }) {
  const t = usePortalTexts();
  const [, navigate] = useLocation();

  function tell({ number }: Ticket): void {
    notifications.show({
      color: "green",
      position: "top-center",
      closeButtonProps: { "aria-label": t("form.sent.close") },
      title: t("form.sent.title", { number }),
      message: t("form.sent.text"),
    });
    navigate(`/tickets/${number}`);
  }

  const steps = [
    { label: t("services.title"), href: "/services" },
    { label: catalog.name, href: `/services/${catalog.id}` },
    { label: activity.name },
  ];
  return (
    <Stack gap="lg" maw={680}>
      <Stack gap={6}>
        <Trail steps={steps} />
        <Group gap="sm">
          <Title order={1} size="h2">
            {activity.name}
          </Title>
          <Badge variant="default" tt="none" fw={500}>
            {t(`kind.${activity.kind}`)}
          </Badge>
        </Group>
        <Text c="dimmed">{activity.description}</Text>
      </Stack>
      <Paper withBorder p="lg">
        <ActivityForm activity={activity} onSent={tell} />
      </Paper>
    </Stack>
  );
}
