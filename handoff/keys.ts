/** Names of what Redis holds. One hash tag per group, so that a script never spans two slots of a cluster. */
export interface QueueKeys {
  /** Sorted set of the group's waiting attendances, and the mark that says it is whole. */
  waiting(groupId: string): string;
  /** Who is taking an attendance right now; lives in the slot of the attendance's home group. */
  promise(groupId: string, attendanceId: string): string;
}

export function queueKeys(prefix: string): QueueKeys {
  return {
    waiting: (groupId) => `{${prefix}:${groupId}}:waiting`,
    promise: (groupId, attendanceId) => `{${prefix}:${groupId}}:promise:${attendanceId}`,
  };
}

/** Sorted set of a person's live sockets, scored by when each lapses. */
export function presenceKey(prefix: string, accountId: string): string {
  return `{${prefix}:presence}:${accountId}`;
}
