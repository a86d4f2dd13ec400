import { Skeleton, Stack } from "@mantine/core";

/** Stands for a page that is on its way, in about its shape. */
export function PageSkeleton() {
  return (
    <Stack aria-hidden>
      <Skeleton height={14} width={180} />
      <Skeleton height={30} width="60%" />
      <Skeleton height={90} />
      <Skeleton height={90} />
    </Stack>
  );
}
