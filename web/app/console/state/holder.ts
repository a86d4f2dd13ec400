/** The name of who was faster, out of the details of `attendance/taken`. */
export function findHolderName(details: unknown): string | undefined {
  if (typeof details !== "object" || details === null || !("holder" in details)) return undefined;
  const { holder } = details;
  if (typeof holder === "string") return holder;
  if (typeof holder !== "object" || holder === null || !("name" in holder)) return undefined;
  return typeof holder.name === "string" ? holder.name : undefined;
}
