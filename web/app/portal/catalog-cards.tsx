import { Button, EmptyState, SimpleGrid, Skeleton, Text, ThemeIcon } from "@mantine/core";
import { IconFolder, IconLayoutGrid } from "@tabler/icons-react";
import { Link } from "wouter";
import type { Catalog } from "../../../contract/ticket.js";
import { LoadFailed } from "../shared/load-failed.js";
import { openChat } from "../shared/use-chat.js";
import type { Loaded } from "../shared/use-loaded.js";
import classes from "./portal.module.css";
import { usePortalTexts } from "./use-portal-texts.js";

const columns = { base: 1, xs: 2, md: 3 };

export interface CatalogCardsProps {
  readonly catalogs: Loaded<readonly Catalog[]>;
  readonly onRetry: () => void;
}

export function CatalogCards({ catalogs, onRetry }: CatalogCardsProps) {
  if (catalogs.status === "failed") return <LoadFailed onRetry={onRetry} />;
  if (catalogs.status === "loading") {
    return (
      <SimpleGrid cols={columns} aria-hidden>
        {["a", "b", "c"].map((key) => (
          <Skeleton key={key} height={104} />
        ))}
      </SimpleGrid>
    );
  }
  if (catalogs.value.length === 0) return <NoServices />;
  return (
    <SimpleGrid cols={columns}>
      {catalogs.value.map((catalog) => (
        <CatalogCard key={catalog.id} catalog={catalog} />
      ))}
    </SimpleGrid>
  );
}

function CatalogCard({ catalog: { id, name, description, services } }: { catalog: Catalog }) {
  const t = usePortalTexts();
  return (
    <Link href={`/services/${id}`} className={classes.card}>
      <ThemeIcon variant="light" size="lg" aria-hidden>
        <IconFolder size={20} />
      </ThemeIcon>
      <Text fw={600}>{name}</Text>
      <Text size="sm" c="dimmed" lineClamp={2}>
        {description}
      </Text>
      <Text size="xs" c="dimmed" mt="auto">
        {t.count("services.services", services.length)}
      </Text>
    </Link>
  );
}

export function NoServices() {
  const t = usePortalTexts();
  return (
    <EmptyState
      icon={<IconLayoutGrid />}
      title={t("services.none.title")}
      description={t("services.none.text")}
    >
      <EmptyState.Actions>
        <Button variant="light" onClick={() => openChat()}>
          {t("services.talk")}
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  );
}
