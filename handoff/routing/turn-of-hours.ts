import type { RoutingSettings } from "./settings.js";

const lookEveryMs = 1000;

/**
 * Finds the groups that have opened or closed since the last look. Who waits in one learns it without anything moving in
 * the queue: nobody waits through a night for an attendant "soon" (S1-26).
 */
export function createTurnOfHours(parts: {
  readonly settings: RoutingSettings;
  readonly turned: (groupId: string) => void;
}): (at: number) => Promise<void> {
  const { settings, turned } = parts;
  const wasOpen = new Map<string, boolean>();
  let lookedAt = Number.NEGATIVE_INFINITY;
  return async (at) => {
    if (Math.abs(at - lookedAt) < lookEveryMs) return;
    lookedAt = at;
    for (const { id, routing } of (await settings.groups()).values()) {
      const isOpen = settings.openSince(routing, at) !== undefined;
      if ((wasOpen.get(id) ?? isOpen) !== isOpen) turned(id);
      wasOpen.set(id, isOpen);
    }
  };
}
