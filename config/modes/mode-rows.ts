import { z } from "zod";
import {
  answeringModes,
  type ModeOverride,
  type ModeSettingForm,
  modeSettingFormSchema,
  scheduleRowSchema,
} from "../../contract/index.js";
import { type Db, fromJson, type Row, toJson } from "../../store/index.js";

export interface ModeRow extends Row<"mode_setting"> {
  readonly by_name: string | null;
}

/** The desk's or a group's setting. */
export interface ModeSetting extends ModeSettingForm {
  readonly scope: string;
  readonly override: ModeOverride | undefined;
}

const schedule = z.array(scheduleRowSchema);
const overrideMode = z.enum(answeringModes);

export function readModeRows(db: Db, scope?: string): Promise<ModeRow[]> {
  const all = db
    .selectFrom("mode_setting")
    .leftJoin("account", "account.id", "mode_setting.override_by")
    .selectAll("mode_setting")
    .select("account.name as by_name")
    .orderBy("mode_setting.scope");
  return (scope === undefined ? all : all.where("mode_setting.scope", "=", scope)).execute();
}

export function toSetting(row: ModeRow): ModeSetting {
  return {
    scope: row.scope,
    mode: modeSettingFormSchema.shape.mode.parse(row.mode),
    schedule: fromJson(schedule, row.schedule_json),
    override:
      row.override_mode === null
        ? undefined
        : {
            mode: overrideMode.parse(row.override_mode),
            until: row.override_until ?? undefined,
            at: row.override_at ?? 0,
            by: row.by_name ?? undefined,
          },
  };
}

export function noSetting(scope: string): ModeSetting {
  return { scope, mode: "inherit", schedule: [], override: undefined };
}

/** Writes a setting whole; the row is there afterwards. */
export async function writeSetting(
  trx: Db,
  { scope, mode, schedule: rows, override }: ModeSetting,
  { by, at, overrideBy }: { readonly by: string; readonly at: number; readonly overrideBy: string | null },
): Promise<void> {
  const columns = {
    mode,
    schedule_json: toJson(rows),
    override_mode: override?.mode ?? null,
    override_until: override?.until ?? null,
    override_at: override?.at ?? null,
    override_by: overrideBy,
    updated_at: at,
    updated_by: by,
  };
  await trx
    .insertInto("mode_setting")
    .values({ scope, ...columns })
    .onConflict((conflict) => conflict.column("scope").doUpdateSet(columns))
    .execute();
}
