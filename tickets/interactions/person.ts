import type { Person } from "../../contract/index.js";

/** A person of a joined row that may not be there. */
export function optionalPerson(
  id: string | null,
  name: string | null,
  photoUrl: string | null,
): Person | undefined {
  return id === null ? undefined : { id, name: name ?? "", photoUrl: photoUrl ?? undefined };
}
