import { Group, Stack, TextInput, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { MyTickets } from "./my-tickets.js";
import { usePortalTexts } from "./use-portal-texts.js";

export function TicketsPage() {
  const t = usePortalTexts();
  const [typed, setTyped] = useState("");
  const [q] = useDebouncedValue(typed.trim(), 250);
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h2">
          {t("nav.tickets")}
        </Title>
        <TextInput
          type="search"
          w={{ base: "100%", xs: 280 }}
          aria-label={t("tickets.filter")}
          placeholder={t("tickets.filter")}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </Group>
      <MyTickets q={q} />
    </Stack>
  );
}
