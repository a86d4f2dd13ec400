import { AppError } from "../contract/index.js";
import type { Db } from "../store/index.js";
import type { WorkingTime } from "./agreements/index.js";

/** The parameters tickets depend on, as they stand at the moment of the call. */
export interface TicketSettings {
  /** Parameter 315. */
  readonly originId: () => string | undefined;
  /** Parameter 317. */
  readonly directActivityId: () => string | undefined;
  /** Parameter 118. */
  readonly contractId: () => string | undefined;
  /** Parameter 389. */
  readonly defaultGroupId: () => string | undefined;
  /** Parameter 293. */
  readonly groupsEnforced: () => boolean;
  /** Open hours for due times; every hour counts without it. */
  readonly workingTime?: WorkingTime | undefined;
}

/** Origin and contract of a ticket; both exist. */
export interface TicketStamp {
  readonly originId: string;
  readonly contractId: string;
}

interface Needed {
  readonly parameter: number;
  readonly what: string;
  readonly table: "origin" | "contract" | "activity";
  readonly id: string | undefined;
}

interface Fault {
  readonly parameter: number;
  readonly what: string;
  readonly problem: "missing" | "dangling";
}

/** Throws `ticket/not-configured`, naming the parameters at fault, unless origin and contract are there. */
export async function requireTicketStamp(db: Db, settings: TicketSettings): Promise<TicketStamp> {
  const faults = await findFaults(db, stampOf(settings));
  if (faults.length > 0) throw notConfigured("ticket/not-configured", faults);
  return { originId: settings.originId() ?? "", contractId: settings.contractId() ?? "" };
}

/**
 * Throws `attendance/not-configured`, naming the parameters at fault, unless origin, contract and the activity of direct
 * attendance are there; S0-3 asks for all of them whichever way attendance begins.
 */
export async function requireAttendanceSettings(
  db: Db,
  settings: TicketSettings,
): Promise<TicketStamp & { readonly directActivityId: string }> {
  const direct = {
    parameter: 317,
    what: "the activity of tickets created by chat",
    table: "activity",
  } as const;
  const faults = await findFaults(db, [...stampOf(settings), { ...direct, id: settings.directActivityId() }]);
  if (faults.length > 0) throw notConfigured("attendance/not-configured", faults);
  return {
    originId: settings.originId() ?? "",
    contractId: settings.contractId() ?? "",
    directActivityId: settings.directActivityId() ?? "",
  };
}

function stampOf(settings: TicketSettings): Needed[] {
  return [
    {
      parameter: 315,
      what: "the origin of tickets created by chat",
      table: "origin",
      id: settings.originId(),
    },
    { parameter: 118, what: "the default contract", table: "contract", id: settings.contractId() },
  ];
}

async function findFaults(db: Db, needed: readonly Needed[]): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const { parameter, what, table, id } of needed) {
    if (id === undefined) faults.push({ parameter, what, problem: "missing" });
    else if (!(await exists(db, table, id))) faults.push({ parameter, what, problem: "dangling" });
  }
  return faults;
}

async function exists(db: Db, table: Needed["table"], id: string): Promise<boolean> {
  return (await db.selectFrom(table).select("id").where("id", "=", id).executeTakeFirst()) !== undefined;
}

function notConfigured(
  code: "ticket/not-configured" | "attendance/not-configured",
  faults: readonly Fault[],
): AppError {
  const sentences = faults.map(({ parameter, what, problem }) =>
    problem === "missing"
      ? `parameter ${parameter} (${what}) has no value`
      : `parameter ${parameter} (${what}) points at something that does not exist`,
  );
  const parameters = faults.map(({ parameter, problem }) => ({ parameter, problem }));
  const message = `The chat is not fully configured: ${sentences.join("; ")}. An administrator can set it.`;
  return new AppError(code, message, { details: { parameters } });
}
