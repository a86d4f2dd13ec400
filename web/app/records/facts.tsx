import { SimpleGrid, Text } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./records.module.css";

export interface RecordFact {
  readonly label: string;
  readonly value: ReactNode;
}

/** Names and values; what has no value is left out. */
export function RecordFacts({ items, cols = 2 }: { items: readonly RecordFact[]; cols?: number }) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: cols }} verticalSpacing="sm">
      {items
        .filter(({ value }) => value !== undefined && value !== "" && value !== null)
        .map(({ label, value }) => (
          <div key={label}>
            <Text size="xs" c="dimmed">
              {label}
            </Text>
            <Text component="div" size="sm" className={classes.words}>
              {value}
            </Text>
          </div>
        ))}
    </SimpleGrid>
  );
}
