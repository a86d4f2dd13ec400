import {
  AppError,
  type ModeInForce,
  type ModeOverrideForm,
  type ModeSettingForm,
} from "../../contract/index.js";
import { type Bell, type Db, recordChange, type Store } from "../../store/index.js";
import type { Calendars } from "../calendars/index.js";
import { createKnownRows } from "../known-rows.js";
import type { Parameters } from "../parameters/index.js";
import { type ModeQuestion, type ModeSources, modeFor, nextModeChange } from "./mode-for.js";
import { type ModeSetting, noSetting, readModeRows, toSetting, writeSetting } from "./mode-rows.js";

/** Who answers requesters: for the desk, for each group, at any time. Reading reads memory only, after `start`. */
export interface Modes {
  readonly assistantAvailable: boolean;
  /** The mode that holds, and why; for the desk, or for what would go to this group's queue. Now when `at` is left out. */
  modeFor(question?: Partial<ModeQuestion>): ModeInForce;
  nextChange(question?: Partial<ModeQuestion>): (ModeInForce & { readonly at: number }) | undefined;
  settingOf(scope: string): ModeSetting;
  /**
   * Sets the base mode and the schedule of the desk ("desk") or a group; holds at once here, on other nodes when the
   * bell rings. Throws `mode/refused` with the reason, and `group/not-found`.
   */
  save(scope: string, form: ModeSettingForm, by: string): Promise<void>;
  /** Switches by hand: beats the schedule until its end, or until it is revoked. Throws as `save`. */
  override(scope: string, form: ModeOverrideForm, by: string): Promise<void>;
  revoke(scope: string, by: string): Promise<void>;
  reload(): Promise<void>;
  onChanged(listener: () => void): () => void;
  start(signal: AbortSignal): Promise<void>;
}

export interface ModesOptions {
  readonly store: Store;
  readonly parameters: Pick<Parameters, "mode">;
  readonly calendars: Pick<Calendars, "get" | "usedBy">;
  readonly assistantAvailable: boolean;
  readonly now: () => number;
  readonly bell?: Bell | undefined;
  readonly onError?: ((error: unknown) => void) | undefined;
}

export function createModes(options: ModesOptions): Modes {
  const { store, parameters, calendars, assistantAvailable, now, bell, onError = () => undefined } = options;
  const read = async () => (await readModeRows(store.db)).map(toSetting);
  const known = createKnownRows({ read, topic: "mode-changed", bell, onError });
  const { reload, onChanged, start } = known;
  const sources: ModeSources = {
    get base() {
      return parameters.mode();
    },
    assistantAvailable,
    settingOf: (scope) => known.all().find((one) => one.scope === scope),
    calendarOf: calendars.get,
  };
  calendars.usedBy(findUses);

  async function change(
    scope: string,
    by: string,
    edit: (before: ModeSetting) => Promise<ModeSetting> | ModeSetting,
  ): Promise<void> {
    const at = now();
    await store.db.transaction().execute(async (trx) => {
      const name = await nameOf(trx, scope);
      const [row] = await readModeRows(trx, scope);
      const before = row === undefined ? noSetting(scope) : toSetting(row);
      const after = await edit(before);
      const isNewOverride = after.override !== undefined && after.override !== before.override;
      const overrideBy =
        after.override === undefined ? null : isNewOverride ? by : (row?.override_by ?? null);
      await writeSetting(trx, after, { by, at, overrideBy });
      const told = { before: toProperties(before), after: toProperties(after) };
      await recordChange(trx, { type: "mode", id: scope, name, ...told, at, by });
    });
    await known.changed();
  }

  function requireAvailable(modes: readonly string[]): void {
    if (assistantAvailable || modes.every((mode) => mode === "manual" || mode === "inherit")) return;
    throw refused("This desk has no assistant (ASSISTANT_AVAILABLE is off): only people can answer.");
  }

  return {
    assistantAvailable,
    reload,
    onChanged,
    start,
    modeFor: ({ groupId, at = now() } = {}) => modeFor(sources, { groupId, at }),
    nextChange: ({ groupId, at = now() } = {}) => nextModeChange(sources, { groupId, at }),
    settingOf: (scope) => sources.settingOf(scope) ?? noSetting(scope),
    save: async (scope, form, by) => {
      requireAvailable([form.mode, ...form.schedule.map(({ mode }) => mode)]);
      if (scope === "desk" && form.mode !== "inherit") {
        throw refused("The mode of the desk follows from parameters 316, 423, 450 and 9001.");
      }
      const ids = form.schedule.flatMap(({ hours }) => (hours.kind === "calendar" ? [hours.calendarId] : []));
      if (ids.some((id) => calendars.get(id) === undefined)) throw refused("There is no such calendar.");
      await change(scope, by, (before) => ({ ...before, ...form }));
    },
    override: async (scope, { mode, until }, by) => {
      requireAvailable([mode]);
      const at = now();
      if (typeof until === "number" && until <= at) throw refused("The end of the switch is over already.");
      await change(scope, by, (before) => {
        const end = until === "next-change" ? endAtNextChange(before, at) : until;
        const last = end === "revoked" ? undefined : end;
        return { ...before, override: { mode, until: last, at, by: undefined } };
      });
    },
    revoke: (scope, by) => change(scope, by, (before) => ({ ...before, override: undefined })),
  };

  /** When the mode would change by itself, were there no switch; without such a time it would never end. */
  function endAtNextChange(setting: ModeSetting, at: number): number {
    const { scope } = setting;
    const settingOf: ModeSources["settingOf"] = (of) =>
      of === scope ? { ...setting, override: undefined } : sources.settingOf(of);
    const plain: ModeSources = {
      base: parameters.mode(),
      assistantAvailable,
      settingOf,
      calendarOf: calendars.get,
    };
    const next = nextModeChange(plain, { groupId: scope === "desk" ? undefined : scope, at });
    if (next === undefined)
      throw refused("No change is planned; choose an end, or switch until it is revoked.");
    return next.at;
  }
}

function toProperties({ mode, schedule, override }: ModeSetting) {
  const { mode: switchedTo, until } = override ?? {};
  return {
    mode,
    schedule,
    override: switchedTo === undefined ? null : { mode: switchedTo, until: until ?? null },
  };
}

async function nameOf(db: Db, scope: string): Promise<string> {
  if (scope === "desk") return "Desk";
  const group = await db
    .selectFrom("assignment_group")
    .select("name")
    .where("id", "=", scope)
    .executeTakeFirst();
  if (group === undefined) throw new AppError("group/not-found", "There is no such group.");
  return group.name;
}

/** What would miss a calendar, for who wants to remove it. */
async function findUses(db: Db, calendarId: string): Promise<string[]> {
  const rows = (await readModeRows(db)).map(toSetting);
  const users = rows.filter(({ schedule }) =>
    schedule.some(({ hours }) => hours.kind === "calendar" && hours.calendarId === calendarId),
  );
  return Promise.all(users.map(async ({ scope }) => `mode: ${await nameOf(db, scope)}`));
}

function refused(reason: string): AppError {
  return new AppError("mode/refused", reason, { details: { reason } });
}
