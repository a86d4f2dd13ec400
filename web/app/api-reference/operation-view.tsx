import { Badge, Code, Group, Stack, Table, Text, Title } from "@mantine/core";
import { apiReferenceTexts } from "../../texts/api-reference/index.js";
import { useTexts } from "../shared/desk.js";
import { type ApiDocument, type Door, follow, type Parameter, type Schema } from "./document.js";
import { namesIn, toText } from "./to-text.js";
import classes from "./reference.module.css";

const colors: Readonly<Record<string, string>> = {
  GET: "blue.9",
  POST: "teal.9",
  PUT: "grape.9",
  PATCH: "cyan.9",
  DELETE: "red.9",
};

export function Method({ method }: { method: string }) {
  return (
    <Badge color={colors[method] ?? "gray.9"} variant="filled" radius="sm" w={72}>
      {method}
    </Badge>
  );
}

/** Everything one address takes and answers. */
export function OperationView({ door, document }: { door: Door; document: ApiDocument }) {
  const t = useTexts(apiReferenceTexts);
  const { operation, method, path } = door;
  const { parameters, responses, schemas } = document.components;
  const taken = operation.parameters.map((one) => follow(one, parameters));
  const body = operation.requestBody?.content["application/json"];
  const scopes = operation.security.flatMap(({ token = [] }) => token);
  return (
    <Stack gap="md">
      <Group gap={8}>
        <Text size="sm" c="dimmed">
          {t(operation.security.length === 0 ? "open" : "closed")}
        </Text>
        {scopes.map((scope) => (
          <Badge key={scope} variant="default" tt="none">
            {scope}
          </Badge>
        ))}
      </Group>
      {taken.length > 0 && <Parameters taken={taken} />}
      {body !== undefined && (
        <Part title={t("body")} schema={body.schema} example={body.example} schemas={schemas} />
      )}
      {Object.entries(operation.responses).map(([status, given]) => {
        const answer = follow(given, responses);
        const json = answer.content?.["application/json"];
        const isGood = status.startsWith("2");
        const title = `${status} ${answer.description}`;
        return json !== undefined && isGood ? (
          <Part key={status} title={title} schema={json.schema} example={json.example} schemas={schemas} />
        ) : (
          <Text key={status} size="sm" c={isGood ? undefined : "dimmed"} lang="en">
            {title}
            {isGood && answer.content !== undefined && ` (${Object.keys(answer.content).join(", ")})`}
          </Text>
        );
      })}
      <Shown label="curl" text={toCurl(method, path, body?.example)} />
    </Stack>
  );
}

function Parameters({ taken }: { taken: readonly Parameter[] }) {
  const t = useTexts(apiReferenceTexts);
  return (
    <Table aria-label={t("parameters")} withTableBorder className={classes.parameters}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("parameter")}</Table.Th>
          <Table.Th>{t("place")}</Table.Th>
          <Table.Th>{t("kind")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {taken.map((one) => (
          <Table.Tr key={`${one.in} ${one.name}`}>
            <Table.Td>
              <Code>{one.name}</Code>
              {one.required && ` ${t("required")}`}
              {one.description !== undefined && (
                <Text size="xs" c="dimmed" lang="en">
                  {one.description}
                </Text>
              )}
            </Table.Td>
            <Table.Td>{t(`in.${one.in}`)}</Table.Td>
            <Table.Td>{toText(one.schema)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface PartProps {
  readonly title: string;
  readonly schema: Schema;
  readonly example: unknown;
  readonly schemas: Readonly<Record<string, Schema>>;
}

/** A body: what it is made of, the things it names, and one that fits. */
function Part({ title, schema, example, schemas }: PartProps) {
  const t = useTexts(apiReferenceTexts);
  const named = namesIn(schema, schemas).map((name) => `${name} ${toText(schemas[name] ?? {})}`);
  return (
    <Stack gap={6}>
      <Title order={4} size="sm" lang="en">
        {title}
      </Title>
      <Shown label={t("schema")} text={[toText(schema), ...named].join("\n\n")} />
      {example !== undefined && <Shown label={t("example")} text={JSON.stringify(example, null, 2)} />}
    </Stack>
  );
}

function Shown({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Code block tabIndex={0} role="group" aria-label={label} mah={320} style={{ overflow: "auto" }}>
        {text}
      </Code>
    </div>
  );
}

function toCurl(method: string, path: string, example: unknown): string {
  const lines = [`curl -X ${method} ${location.origin}${path}`, `  -H "Authorization: Bearer …"`];
  if (example !== undefined) {
    lines.push(`  -H "Content-Type: application/json"`, `  -d '${JSON.stringify(example)}'`);
  }
  return lines.join(" \\\n");
}
