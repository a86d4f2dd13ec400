import { Anchor, Breadcrumbs, Text } from "@mantine/core";
import { Link } from "wouter";

export interface TrailStep {
  readonly label: string;
  readonly href?: string;
}

/** Where this page stands; the last step is the page itself. */
export function Trail({ steps }: { steps: readonly TrailStep[] }) {
  return (
    <Breadcrumbs separatorMargin={6} style={{ flexWrap: "wrap" }}>
      {steps.map(({ label, href }) =>
        href ? (
          <Anchor key={label} component={Link} href={href} size="sm">
            {label}
          </Anchor>
        ) : (
          <Text key={label} size="sm" c="dimmed" aria-current="page">
            {label}
          </Text>
        ),
      )}
    </Breadcrumbs>
  );
}
