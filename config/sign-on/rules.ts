import { AppError, noSignOnRules, type SignOnRules, signOnRulesSchema } from "../../contract/index.js";
import { fromJson, type Store, saveSetting } from "../../store/index.js";

const name = "sign-on-rules";

export async function readRules({
  db,
}: Store): Promise<{ readonly settings: SignOnRules; readonly version: number }> {
  const row = await db
    .selectFrom("desk_setting")
    .select(["value_json", "version"])
    .where("name", "=", name)
    .executeTakeFirst();
  if (row === undefined) return { settings: noSignOnRules, version: 0 };
  return { settings: fromJson(signOnRulesSchema, row.value_json), version: row.version };
}

/** Throws `sign-on/changed` when somebody saved since that version, `sign-on/refused` for a group that is not there. */
export async function saveRules(
  store: Store,
  change: {
    readonly settings: SignOnRules;
    readonly version: number;
    readonly at: number;
    readonly by: string;
  },
): Promise<void> {
  const { settings, ...saving } = change;
  await requireGroups(store, settings);
  const saved = await saveSetting(store, { name, value: settings, ...saving });
  if (saved === "changed") {
    throw new AppError("sign-on/changed", "Somebody else has saved this meanwhile. Look, and save again.");
  }
}

async function requireGroups({ db }: Store, { rules }: SignOnRules): Promise<void> {
  const wanted = [...new Set(rules.flatMap(({ groupIds }) => groupIds))];
  if (wanted.length === 0) return;
  const known = await db.selectFrom("assignment_group").select("id").where("id", "in", wanted).execute();
  if (known.length < wanted.length) {
    throw new AppError("sign-on/refused", "One of these groups is not there any more.");
  }
}
