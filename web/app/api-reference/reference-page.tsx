import { Accordion, Anchor, Container, Group, Skeleton, Stack, Text, TextInput, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { apiReferenceTexts } from "../../texts/api-reference/index.js";
import { appTexts } from "../../texts/app.js";
import { useTexts } from "../shared/desk.js";
import { LoadFailed } from "../shared/load-failed.js";
import { useLoaded } from "../shared/use-loaded.js";
import { type ApiDocument, type Door, findDoors, readDocument } from "./document.js";
import { Method, OperationView } from "./operation-view.js";
import classes from "./reference.module.css";

/** `/api`: every address of the desk, as its own description tells it. */
export function ReferencePage() {
  const t = useTexts(apiReferenceTexts);
  const app = useTexts(appTexts);
  const [loaded, reload] = useLoaded(readDocument);
  useDocumentTitle(`${app("product.name")} · ${t("title")}`);
  return (
    <Container component="main" id="content" size="lg" py="lg">
      <Stack gap="lg">
        <div>
          <Title order={1} size="h3">
            {t("title")}
          </Title>
          <Text size="sm" c="dimmed">
            {t("hint")}{" "}
            <Anchor href="/openapi.json" underline="always">
              openapi.json
            </Anchor>
          </Text>
        </div>
        {loaded.status === "loading" && <Skeleton h={320} radius="lg" />}
        {loaded.status === "failed" && <LoadFailed message={loaded.error.message} onRetry={reload} />}
        {loaded.status === "ready" && <Doors document={loaded.value} />}
      </Stack>
    </Container>
  );
}

function Doors({ document }: { document: ApiDocument }) {
  const t = useTexts(apiReferenceTexts);
  const [text, setText] = useState("");
  const doors = findDoors(document, text);
  return (
    <>
      <Text size="sm">{t("rules")}</Text>
      <TextInput
        type="search"
        label={t("find")}
        leftSection={<IconSearch size={16} />}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Text size="sm" c="dimmed" role="status">
        {t.count("found", doors.length)}
      </Text>
      {document.tags.map(({ name, description }) => {
        const own = doors.filter(({ operation }) => operation.tags.includes(name));
        return (
          own.length > 0 && (
            <Stack key={name} gap="xs" component="section" aria-label={name}>
              <div>
                <Title order={2} size="h5">
                  {name}
                </Title>
                <Text size="sm" c="dimmed" lang="en">
                  {description}
                </Text>
              </div>
              <DoorList doors={own} document={document} />
            </Stack>
          )
        );
      })}
    </>
  );
}

/** What is behind a line is made when it is opened. */
function DoorList({ doors, document }: { doors: readonly Door[]; document: ApiDocument }) {
  const [opened, setOpened] = useState<string[]>([]);
  return (
    <Accordion multiple variant="contained" order={3} value={opened} onChange={setOpened}>
      {doors.map((door) => {
        const { method, path, operation } = door;
        const { operationId: id, summary } = operation;
        return (
          <Accordion.Item key={id} value={id}>
            <Accordion.Control>
              <Group gap="sm" wrap="nowrap" align="flex-start">
                <Method method={method} />
                <div className={classes.door}>
                  <Text size="sm" ff="monospace" className={classes.path}>
                    {path}
                  </Text>
                  <Text size="sm" c="dimmed" lang="en">
                    {summary}
                  </Text>
                </div>
              </Group>
            </Accordion.Control>
            <Accordion.Panel>
              {opened.includes(id) && <OperationView door={door} document={document} />}
            </Accordion.Panel>
          </Accordion.Item>
        );
      })}
    </Accordion>
  );
}
