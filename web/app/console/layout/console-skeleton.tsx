import { Box, Skeleton, Stack } from "@mantine/core";
import classes from "./layout.module.css";

/** The console's outline while it starts: nothing jumps when the content comes. */
export function ConsoleSkeleton() {
  return (
    <Box className={classes.screen} aria-hidden>
      <Skeleton h={52} radius={0} flex="none" />
      <Box className={classes.body} p="md" style={{ gap: 16 }}>
        <Stack w={320}>
          <Skeleton h={36} />
          <EntrySkeletons />
        </Stack>
        <Skeleton flex={1} h="100%" visibleFrom="sm" />
      </Box>
    </Box>
  );
}

export function EntrySkeletons() {
  return (
    <Stack gap="sm" p="sm" aria-hidden>
      {[0, 1, 2].map((row) => (
        <Skeleton key={row} h={84} radius="md" />
      ))}
    </Stack>
  );
}
