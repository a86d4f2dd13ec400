import { Button, Code, CopyButton, Group, Stack, Text } from "@mantine/core";
import { useWidgetTexts } from "./use-widget-texts.js";

export interface SnippetProps {
  readonly title: string;
  readonly hint: string;
  readonly code: string;
}

/** Something to copy. */
export function Snippet({ title, hint, code }: SnippetProps) {
  const t = useWidgetTexts();
  return (
    <Stack gap={4}>
      <Group justify="space-between" align="flex-end" wrap="nowrap">
        <div>
          <Text size="sm" fw={600}>
            {title}
          </Text>
          <Text size="xs" c="dimmed">
            {hint}
          </Text>
        </div>
        <CopyButton value={code}>
          {({ copied, copy }) => (
            <Button variant="default" size="xs" onClick={copy} flex="none">
              {t(copied ? "copied" : "copy")}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Code block tabIndex={0} aria-label={title}>
        {code}
      </Code>
    </Stack>
  );
}
