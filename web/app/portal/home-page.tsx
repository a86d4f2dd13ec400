import { Anchor, Box, Group, Stack, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { useMe } from "../shared/desk.js";
import { CatalogCards } from "./catalog-cards.js";
import { MyTickets } from "./my-tickets.js";
import classes from "./portal.module.css";
import { RecentArticles } from "./recent-articles.js";
import { SearchBox } from "./search-box.js";
import { useCatalogs } from "./use-catalogs.js";
import { usePortalTexts } from "./use-portal-texts.js";

const ticketsShown = 4;

export function HomePage() {
  const t = usePortalTexts();
  const { name } = useMe();
  const [catalogs, reload] = useCatalogs();
  return (
    <Stack gap={36}>
      <Box className={classes.hero}>
        <Stack maw={640} mx="auto" gap="md">
          <Title order={1} size="h2" ta="center">
            {t("home.hello", { name: name.split(" ")[0] ?? name })}
          </Title>
          <SearchBox catalogs={catalogs.status === "ready" ? catalogs.value : []} />
        </Stack>
      </Box>
      <Part title={t("home.catalog")}>
        <CatalogCards catalogs={catalogs} onRetry={reload} />
      </Part>
      <Part title={t("home.tickets")} all="/tickets">
        <MyTickets limit={ticketsShown} />
      </Part>
      <Part title={t("home.articles")} all="/knowledge">
        <RecentArticles />
      </Part>
    </Stack>
  );
}

function Part({ title, all, children }: { title: string; all?: string; children: ReactNode }) {
  const t = usePortalTexts();
  return (
    <Stack component="section" gap="sm">
      <Group justify="space-between">
        <Title order={2} size="h4">
          {title}
        </Title>
        {all && (
          <Anchor component={Link} href={all} size="sm" aria-label={`${t("home.all")}: ${title}`}>
            {t("home.all")}
          </Anchor>
        )}
      </Group>
      {children}
    </Stack>
  );
}
