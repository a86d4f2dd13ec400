import type { Trx } from "../conversation/index.js";
import type { Admits } from "./desk.js";
import { takingGroups } from "./new-attendance.js";

export type Admission =
  | { readonly status: "admitted"; readonly groupIds: readonly string[] }
  /** None of the groups exists and takes attendances; their people cannot be asked for; they are closed now. */
  | { readonly status: "not-configured" | "off" | "closed" };

/** Which of these groups take it now; when none does, the one true reason. Every way into a queue asks here. */
export async function admit(
  trx: Trx,
  wantedIds: readonly string[],
  doors: { readonly admits: Admits; readonly openIds: readonly string[] },
): Promise<Admission> {
  const taking = await takingGroups(trx, wantedIds);
  if (taking.length === 0) return { status: "not-configured" };
  const admitted = taking.filter(doors.admits);
  if (admitted.length === 0) return { status: "off" };
  const groupIds = admitted.filter((id) => doors.openIds.includes(id));
  return groupIds.length === 0 ? { status: "closed" } : { status: "admitted", groupIds };
}
