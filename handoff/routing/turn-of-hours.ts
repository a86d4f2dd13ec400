import type { RoutingGroup, RoutingSettings } from "./settings.js";

const lookEveryMs = 1000;

/**
 * Finds the groups that have opened or closed since the last look. Who waits in one learns it without anything moving in
 * the queue: nobody waits through a night for an attendant "soon" (S1-26).
 */
export function createTurnOfHours(parts: {
  readonly settings: RoutingSettings;
  readonly turned: (groupId: string) => void;
}): (groups: readonly RoutingGroup[], at: number) => Promise<void> {
  const wasOpen = new Map<string, boolean>();
  let lookedAt = Number.NEGATIVE_INFINITY;
  return async (groups, at) => {
    if (Math.abs(at - lookedAt) < lookEveryMs) return;
    lookedAt = at;
    const routed = await parts.settings.routed(
      groups.map(({ id }) => id),
      at,
    );
    for (const { id, hours } of routed) {
      if ((wasOpen.get(id) ?? hours.isOpen) !== hours.isOpen) parts.turned(id);
      wasOpen.set(id, hours.isOpen);
    }
  };
}
