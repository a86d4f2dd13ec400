import { Badge, Button, EmptyState, Group, Stack, Text, Title } from "@mantine/core";
import { IconMail, IconPlus } from "@tabler/icons-react";
import { Link } from "wouter";
import type { EmailTemplate } from "../../../../contract/mail.js";
import classes from "./templates.module.css";
import { useMailTexts } from "./use-mail-texts.js";

interface TemplateListProps {
  readonly items: readonly EmailTemplate[];
  readonly shownId: string | undefined;
}

export function TemplateList({ items, shownId }: TemplateListProps) {
  const t = useMailTexts();
  return (
    <Stack gap="xs" component="nav" aria-label={t("list")}>
      <Group justify="space-between">
        <Title order={2} size="h5">
          {t("list")}
        </Title>
        <Button
          component={Link}
          href="/admin/templates/new"
          size="compact-sm"
          variant="light"
          leftSection={<IconPlus size={14} />}
        >
          {t("new")}
        </Button>
      </Group>
      {items.length === 0 && (
        <EmptyState size="sm" icon={<IconMail />} title={t("none.title")} description={t("none.text")} />
      )}
      {items.map(({ id, name, subject, usedBy }) => (
        <Link
          key={id}
          href={`/admin/templates/${id}`}
          className={classes.entry}
          aria-current={id === shownId ? "page" : undefined}
        >
          <Text size="sm" fw={600} truncate>
            {name}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {subject[t.locale] ?? subject.en}
          </Text>
          {usedBy.map((number) => (
            <Badge key={number} size="sm" variant="light" tt="none">
              {t("used-by", { number })}
            </Badge>
          ))}
        </Link>
      ))}
    </Stack>
  );
}
