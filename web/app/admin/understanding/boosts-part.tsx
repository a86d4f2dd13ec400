import { ActionIcon, Badge, Button, Group, Text, Title } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import type { Boost } from "../../../../contract/search-words.js";
import adminClasses from "../admin.module.css";
import { BoostDialog } from "./boost-dialog.js";
import { ExportMenu } from "./export-menu.js";
import classes from "./understanding.module.css";
import { useUnderstandingTexts } from "./use-understanding-texts.js";

interface PartProps {
  readonly boosts: readonly Boost[];
  readonly onChanged: () => void;
  readonly onRemove: (id: string) => void;
}

/** Articles that count for more or less than their words say. */
export function BoostsPart({ boosts, onChanged, onRemove }: PartProps) {
  const t = useUnderstandingTexts();
  const [editing, setEditing] = useState<Boost | "new">();
  return (
    <section aria-labelledby="boosts-title">
      <div className={classes.head}>
        <div>
          <Title order={2} size="h4" id="boosts-title">
            {t("boosts.title")}
          </Title>
          <Text size="sm" c="dimmed">
            {t("boosts.hint")}
          </Text>
        </div>
        <Group gap="xs">
          <ExportMenu what="boosts" />
          <Button leftSection={<IconPlus size={16} />} onClick={() => setEditing("new")}>
            {t("add")}
          </Button>
        </Group>
      </div>
      {boosts.length === 0 ? (
        <Text size="sm" c="dimmed" mt="sm">
          {t("boosts.none")}
        </Text>
      ) : (
        <ul className={classes.list} style={{ marginTop: 12 }}>
          {boosts.map((boost) => (
            <li key={boost.id} className={classes.item}>
              <Group justify="space-between" wrap="nowrap">
                <div>
                  <button type="button" className={adminClasses.open} onClick={() => setEditing(boost)}>
                    {boost.title}
                  </button>
                  <Group gap="xs">
                    <Badge variant="default" tt="none">
                      {t(`worth.${boost.worth}`)}
                    </Badge>
                    <Text size="sm" c="dimmed">
                      {boost.words || t("boosts.always")}
                    </Text>
                  </Group>
                </div>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t("remove.of", { name: boost.title })}
                  title={t("remove")}
                  onClick={() => onRemove(boost.id)}
                >
                  <IconX size={16} />
                </ActionIcon>
              </Group>
            </li>
          ))}
        </ul>
      )}
      {editing && (
        <BoostDialog
          boost={editing === "new" ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onSaved={onChanged}
        />
      )}
    </section>
  );
}
