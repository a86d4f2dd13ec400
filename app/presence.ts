import type { Handoff, PersonStatus } from "../handoff/index.js";

/** Here now, and not set away by hand (S2 reading 5). */
export function isHere({ online, status }: PersonStatus): boolean {
  return online && status !== "away" && status !== "offline";
}

/** Those of the people who are here. */
export async function whoIsHere(
  handoff: Pick<Handoff, "people">,
  accountIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const people = await handoff.people.statusOf(accountIds);
  return new Set(people.filter(isHere).map(({ accountId }) => accountId));
}
