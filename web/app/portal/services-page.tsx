import { Stack, Title } from "@mantine/core";
import { CatalogCards } from "./catalog-cards.js";
import { SearchBox } from "./search-box.js";
import { useCatalogs } from "./use-catalogs.js";
import { usePortalTexts } from "./use-portal-texts.js";

export function ServicesPage() {
  const t = usePortalTexts();
  const [catalogs, reload] = useCatalogs();
  return (
    <Stack>
      <Title order={1} size="h2">
        {t("services.title")}
      </Title>
      <SearchBox catalogs={catalogs.status === "ready" ? catalogs.value : []} />
      <CatalogCards catalogs={catalogs} onRetry={reload} />
    </Stack>
  );
}
