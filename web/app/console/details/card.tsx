import { Collapse, Group, Paper, Text, UnstyledButton } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { type ReactNode, useId } from "react";

export interface CardProps {
  /** The name under which this browser remembers whether it is folded. */
  readonly name: string;
  readonly title: string;
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

/** A card that folds. */
export function Card({ name, title, icon, children }: CardProps) {
  const id = useId();
  const [opened, setOpened] = useLocalStorage<boolean>({
    key: `deskhand.console.card.${name}`,
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  const Fold = opened ? IconChevronUp : IconChevronDown;
  return (
    <Paper withBorder radius="md" component="section" aria-label={title}>
      <h3 style={{ margin: 0 }}>
        <UnstyledButton
          px="sm"
          py={9}
          w="100%"
          aria-expanded={opened}
          aria-controls={id}
          onClick={() => setOpened(!opened)}
        >
          <Group gap={8} wrap="nowrap">
            {icon}
            <Text size="sm" fw={600} flex={1}>
              {title}
            </Text>
            <Fold size={16} aria-hidden />
          </Group>
        </UnstyledButton>
      </h3>
      <Collapse expanded={opened} id={id}>
        <div style={{ padding: "2px 12px 12px" }}>{children}</div>
      </Collapse>
    </Paper>
  );
}

export function Facts({
  items,
}: {
  items: readonly { readonly label: string; readonly value: ReactNode }[];
}) {
  return (
    <dl
      style={{ display: "grid", gridTemplateColumns: "minmax(84px, auto) 1fr", gap: "4px 12px", margin: 0 }}
    >
      {items.map(({ label, value }) => (
        <FactRow key={label} label={label} value={value} />
      ))}
    </dl>
  );
}

function FactRow({ label, value }: { label: string; value: ReactNode }) {
  return (
    <>
      <Text component="dt" size="sm" c="dimmed">
        {label}
      </Text>
      <Text component="dd" size="sm" m={0} miw={0}>
        {value}
      </Text>
    </>
  );
}
