import { useSearchParams } from "wouter";

const names = ["q", "language", "state", "folder", "due", "sort", "order", "after"] as const;
type Name = (typeof names)[number];
export type Filters = Readonly<Partial<Record<Name, string>>>;

/** What is shown of the list; it stands in the address, so that a link brings it back. */
export function useFilters(): readonly [Filters, (change: Filters) => void] {
  const [params, setParams] = useSearchParams();
  const filters = Object.fromEntries(
    names.flatMap((name) => {
      const value = params.get(name);
      return value ? [[name, value]] : [];
    }),
  );
  function change(next: Filters): void {
    // Another wish begins at its first page.
    const merged = { ...filters, after: "", ...next };
    const kept = Object.entries(merged).filter(([, value]) => value !== "");
    setParams(new URLSearchParams(Object.fromEntries(kept)), { replace: true });
  }
  return [filters, change];
}
