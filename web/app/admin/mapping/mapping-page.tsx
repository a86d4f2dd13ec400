import {
  Alert,
  Button,
  Group,
  Paper,
  Select,
  SimpleGrid,
  Skeleton,
  Stack,
  Text,
  Textarea,
  Title,
} from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useCallback, useState } from "react";
import {
  type InteractionMapping,
  mappingPlaceholders,
  type SavedMapping,
} from "../../../../contract/interaction.js";
import { ticketPriorities } from "../../../../contract/ticket.js";
import { adminTexts } from "../../../texts/admin/index.js";
import { agreementsTexts } from "../../../texts/agreements/index.js";
import { appTexts } from "../../../texts/app.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { useTell } from "../use-tell.js";
import { MappingPreview } from "./mapping-preview.js";

/** `/admin/mapping`: how new interactions are filled, with a preview on a real record (S1-13). */
export function MappingPage() {
  const t = useTexts(agreementsTexts);
  const app = useTexts(appTexts);
  const { api } = useDesk();
  useDocumentTitle(`${app("product.name")} · ${t("nav.mapping")}`);
  const [saved, reload] = useLoaded(useCallback(() => api.admin.agreements.readMapping(), [api]));
  return (
    <Stack gap="md">
      <div>
        <Title order={1} size="h3">
          {t("nav.mapping")}
        </Title>
        <Text size="sm" c="dimmed">
          {t("mapping.hint")}
        </Text>
      </div>
      {saved.status === "loading" && <Skeleton h={320} radius="md" aria-hidden />}
      {saved.status === "failed" && <LoadFailed message={saved.error.message} onRetry={reload} />}
      {saved.status === "ready" && (
        <MappingForm key={saved.value.version} saved={saved.value} onSaved={reload} />
      )}
    </Stack>
  );
}

const choices = {
  contact: ["requester", "none"],
  group: ["ticket", "none"],
  assignee: ["agent", "none"],
  activity: ["ticket", "none"],
} as const;

function MappingForm({ saved, onSaved }: { saved: SavedMapping; onSaved: () => void }) {
  const t = useTexts(agreementsTexts);
  const admin = useTexts(adminTexts);
  const tell = useTell();
  const { api } = useDesk();
  const [mapping, setMapping] = useState<InteractionMapping>(saved.mapping);
  const [refusal, setRefusal] = useState<string>();
  const set = (change: Partial<Record<keyof InteractionMapping, string>>) =>
    setMapping((present) => ({ ...present, ...change }) as InteractionMapping);
  const save = async (): Promise<void> => {
    setRefusal(undefined);
    try {
      await api.admin.agreements.saveMapping({ version: saved.version, mapping });
      tell.done(t("mapping.saved"));
      onSaved();
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
    }
  };
  const names = mappingPlaceholders.map((name) => `{${name}}`).join(" ");
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack>
          <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
            {t("mapping.placeholders", { names })}
          </Text>
          {(["title", "description", "location"] as const).map((name) => (
            <Textarea
              key={name}
              label={t(`mapping.${name}`)}
              autosize
              minRows={name === "description" ? 4 : 1}
              maxLength={name === "description" ? 4000 : 500}
              value={mapping[name]}
              onChange={(event) => set({ [name]: event.currentTarget.value })}
            />
          ))}
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            {(["contact", "group", "assignee", "activity"] as const).map((name) => (
              <Select
                key={name}
                label={t(`mapping.${name}`)}
                allowDeselect={false}
                data={choices[name].map((value) => ({ value, label: t(`from.${value}`) }))}
                value={mapping[name]}
                onChange={(value) => set({ [name]: value ?? "none" })}
              />
            ))}
            <Select
              label={t("mapping.priority")}
              allowDeselect={false}
              data={[
                { value: "ticket", label: t("from.ticket") },
                ...ticketPriorities.map((value) => ({ value, label: t(`priority.${value}`) })),
              ]}
              value={mapping.priority}
              onChange={(value) => set({ priority: value ?? "ticket" })}
            />
          </SimpleGrid>
          {refusal && (
            <Alert role="alert" color="red">
              {refusal}
            </Alert>
          )}
          <Group>
            <Button type="submit" disabled={JSON.stringify(mapping) === JSON.stringify(saved.mapping)}>
              {admin("save")}
            </Button>
          </Group>
        </Stack>
      </form>
      <Paper withBorder p="md" radius="md" component="section" aria-label={t("preview.title")}>
        <Title order={2} size="h5" mb="sm">
          {t("preview.title")}
        </Title>
        <MappingPreview mapping={mapping} />
      </Paper>
    </SimpleGrid>
  );
}
