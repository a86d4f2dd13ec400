import { useMemo, useRef } from "react";

/** As many tabs as are shown at once (S1-31). */
const shownMax = 10;

export interface Tabs {
  readonly shownIds: readonly string[];
  readonly hiddenIds: readonly string[];
  /** Who was active last comes first. */
  readonly recentIds: readonly string[];
}

/** The talks that were active last, in the order of their tabs; the others wait in a menu. */
export function useLastActive(openIds: readonly string[], activeId: string | undefined): Tabs {
  const recent = useRef<readonly string[]>([]);
  return useMemo(() => {
    const tabs = findLastActive(openIds, activeId, recent.current);
    recent.current = tabs.recentIds;
    return tabs;
  }, [openIds, activeId]);
}

/** One that has just come counts as active, the last of several first: it is seen before those nobody looked at for long. */
export function findLastActive(
  openIds: readonly string[],
  activeId: string | undefined,
  recent: readonly string[],
): Tabs {
  const known = recent.filter((id) => openIds.includes(id) && id !== activeId);
  const fresh = openIds.filter((id) => !known.includes(id) && id !== activeId).reverse();
  const isOpen = activeId !== undefined && openIds.includes(activeId);
  const recentIds = [...(isOpen ? [activeId] : []), ...fresh, ...known];
  const shown = new Set(recentIds.slice(0, shownMax));
  return {
    shownIds: openIds.filter((id) => shown.has(id)),
    hiddenIds: openIds.filter((id) => !shown.has(id)),
    recentIds,
  };
}
