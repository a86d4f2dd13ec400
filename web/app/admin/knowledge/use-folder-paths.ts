import { useCallback, useMemo } from "react";
import { useDesk } from "../../shared/desk.js";
import { useLoaded } from "../../shared/use-loaded.js";

/** The folders there are, each with those above it, by name; those that only have rights too. */
export function useFolderPaths(): readonly string[] {
  const { api } = useDesk();
  const [loaded] = useLoaded(
    useCallback(async () => {
      const [counts, folders] = await Promise.all([
        api.knowledge.readFolderCounts(undefined),
        api.knowledge.readFolders(),
      ]);
      return [...counts.items, ...folders.items].map(({ path }) => path);
    }, [api]),
  );
  return useMemo(() => {
    const paths = loaded.status === "ready" ? loaded.value : [];
    const all = paths.flatMap((path) =>
      path.split("/").map((_, index, names) => names.slice(0, index + 1).join("/")),
    );
    return [...new Set(all)].filter((path) => path !== "").sort((one, other) => one.localeCompare(other));
  }, [loaded]);
}
