import type { Accounts, Modes, Parameters } from "../config/index.js";
import type { ModesAnswer, ModeView } from "../contract/index.js";
import type { Store } from "../store/index.js";

export type ReadModes = () => Promise<ModesAnswer>;

type CountOpen = (groupId: string | undefined, phase: "accepted" | "logged") => number;

/** The modes of the desk and its groups as admins see them: what is set, what holds now and why, what comes next. */
export function createModeViews(parts: {
  readonly store: Store;
  readonly modes: Modes;
  readonly parameters: Pick<Parameters, "mode">;
  readonly accounts: Pick<Accounts, "groups">;
  readonly now: () => number;
}): ReadModes {
  const { store, modes, parameters, accounts, now } = parts;

  function view(groupId: string | undefined, countOpen: CountOpen): Omit<ModeView, "name"> {
    const { scope, mode, schedule, override } = modes.settingOf(groupId ?? "desk");
    const isOver = override?.until !== undefined && override.until <= now();
    return {
      scope,
      mode,
      schedule,
      override: isOver ? undefined : override,
      now: modes.modeFor({ groupId }),
      next: modes.nextChange({ groupId }),
      withPeople: countOpen(groupId, "accepted"),
      waiting: countOpen(groupId, "logged"),
    };
  }

  return async () => {
    const [groups, countOpen] = await Promise.all([accounts.groups(), readOpen(store)]);
    return {
      assistantAvailable: modes.assistantAvailable,
      base: parameters.mode(),
      desk: view(undefined, countOpen),
      groups: groups.map(({ id, name }) => ({ ...view(id, countOpen), name })),
    };
  };
}

/** How many attendances are open, of a group or of all; one that waits for two groups counts in both. */
async function readOpen({ db }: Store): Promise<CountOpen> {
  const rows = await db
    .selectFrom("attendance")
    .innerJoin("attendance_group", "attendance_group.attendance_id", "attendance.id")
    .select(["attendance.id", "attendance.phase", "attendance_group.group_id"])
    .where("attendance.phase", "<>", "closed")
    .execute();
  return (groupId, phase) => {
    const found = rows.filter(
      (row) => row.phase === phase && (groupId === undefined || row.group_id === groupId),
    );
    return new Set(found.map(({ id }) => id)).size;
  };
}
