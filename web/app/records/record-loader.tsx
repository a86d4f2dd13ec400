import { Skeleton } from "@mantine/core";
import type { ReactNode } from "react";
import { ProblemPage } from "../problem/problem-page.js";
import { ApiError } from "../shared/http.js";
import { LoadFailed } from "../shared/load-failed.js";
import { useLoaded } from "../shared/use-loaded.js";

interface RecordLoaderProps<T> {
  readonly load: () => Promise<T>;
  readonly children: (record: T, reload: () => void) => ReactNode;
}

/** A record on a page of its own: while it is read, where there is none, when it cannot be read, and when it is there. */
export function RecordLoader<T>({ load, children }: RecordLoaderProps<T>) {
  const [record, reload] = useLoaded(load);
  if (record.status === "loading") return <Skeleton h={420} radius="md" />;
  if (record.status === "ready") return children(record.value, reload);
  const { error } = record;
  if (error instanceof ApiError && error.status === 404) return <ProblemPage kind="not-found" part />;
  return <LoadFailed message={error.message} onRetry={reload} />;
}
