import { Badge, Group, Stack, Text, Title } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { Link } from "wouter";
import type { Activity, Catalog } from "../../../contract/ticket.js";
import { ProblemPage } from "../problem/problem-page.js";
import { LoadFailed } from "../shared/load-failed.js";
import { NoServices } from "./catalog-cards.js";
import { PageSkeleton } from "./page-skeleton.js";
import classes from "./portal.module.css";
import { Trail } from "./trail.js";
import { useCatalogs } from "./use-catalogs.js";
import { usePortalTexts } from "./use-portal-texts.js";

/** One catalog: its services, each with what can be asked for. */
export function CatalogPage({ catalogId }: { catalogId: string }) {
  const [catalogs, reload] = useCatalogs();
  if (catalogs.status === "loading") return <PageSkeleton />;
  if (catalogs.status === "failed") return <LoadFailed onRetry={reload} />;
  const catalog = catalogs.value.find(({ id }) => id === catalogId);
  return catalog ? <Services catalog={catalog} /> : <ProblemPage kind="not-found" part />;
}

function Services({ catalog }: { catalog: Catalog }) {
  const t = usePortalTexts();
  return (
    <Stack gap="lg">
      <Stack gap={6}>
        <Trail steps={[{ label: t("services.title"), href: "/services" }, { label: catalog.name }]} />
        <Title order={1} size="h2">
          {catalog.name}
        </Title>
        <Text c="dimmed">{catalog.description}</Text>
      </Stack>
      {catalog.services.length === 0 && <NoServices />}
      {catalog.services.map((service) => (
        <Stack key={service.id} component="section" gap="xs">
          <Title order={2} size="h4">
            {service.name}
          </Title>
          <Text size="sm" c="dimmed">
            {service.description}
          </Text>
          <div className={classes.lines}>
            {service.activities.map((activity) => (
              <ActivityLine key={activity.id} activity={activity} catalogId={catalog.id} />
            ))}
          </div>
        </Stack>
      ))}
    </Stack>
  );
}

function ActivityLine({ activity, catalogId }: { activity: Activity; catalogId: string }) {
  const t = usePortalTexts();
  return (
    <Link href={`/services/${catalogId}/${activity.id}`} className={classes.line}>
      <div style={{ flex: 1, minWidth: 0 }}>
        <Group gap="xs">
          <Text fw={500}>{activity.name}</Text>
          <Badge variant="default" size="sm" tt="none" fw={500}>
            {t(`kind.${activity.kind}`)}
          </Badge>
        </Group>
        <Text size="sm" c="dimmed">
          {activity.description}
        </Text>
      </div>
      <IconChevronRight size={18} aria-hidden />
    </Link>
  );
}
