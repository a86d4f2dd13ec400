import {
  AppError,
  defaultWidgetSettings,
  type WidgetSettings,
  widgetObjectId,
  widgetSettingsSchema,
} from "../../contract/index.js";
import { type Db, recordChange, type Store } from "../../store/index.js";

const id = "widget";
export const widgetObject = { type: "widget", id: widgetObjectId, name: "Widget" };

export interface StoredWidget {
  readonly settings: WidgetSettings;
  readonly version: number;
  readonly logoHash: string | undefined;
}

export async function readWidget(db: Db): Promise<StoredWidget> {
  const [row, logo] = await Promise.all([
    db.selectFrom("widget_settings").selectAll().where("id", "=", id).executeTakeFirst(),
    db.selectFrom("widget_image").select("hash").where("id", "=", "logo").executeTakeFirst(),
  ]);
  return { ...toSettings(row), logoHash: logo?.hash };
}

/** Throws `widget/changed` when the stored version is another one, `widget/refused` for what points at nothing. */
export async function writeWidget(
  store: Store,
  change: {
    readonly settings: WidgetSettings;
    readonly version: number;
    readonly by: string;
    readonly at: number;
  },
): Promise<{ readonly before: WidgetSettings }> {
  const { settings, version, by, at } = change;
  return store.db.transaction().execute(async (trx) => {
    await requireReferences(trx, settings);
    await trx
      .insertInto("widget_settings")
      .values({ id, settings_json: JSON.stringify(defaultWidgetSettings), version: 0, updated_at: at })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
    const row = await trx.selectFrom("widget_settings").selectAll().where("id", "=", id).executeTakeFirst();
    const written = await trx
      .updateTable("widget_settings")
      .set({ settings_json: JSON.stringify(settings), version: version + 1, updated_at: at, updated_by: by })
      .where("id", "=", id)
      .where("version", "=", version)
      .returning("version")
      .executeTakeFirst();
    if (written === undefined) {
      throw new AppError("widget/changed", "Somebody else has changed the widget; load the page again.");
    }
    const { settings: before } = toSettings(row);
    await recordChange(trx, {
      ...widgetObject,
      before: toRecord(before, settings.guest.keyword),
      after: toRecord(settings, before.guest.keyword),
      at,
      by,
    });
    return { before };
  });
}

function toSettings(row: { settings_json: string; version: number } | undefined) {
  if (row === undefined) return { settings: defaultWidgetSettings, version: 0 };
  const settings = widgetSettingsSchema.parse({ ...defaultWidgetSettings, ...JSON.parse(row.settings_json) });
  return { settings, version: row.version };
}

/** The record tells that the guests' word has changed, never what it is. */
function toRecord({ guest, ...settings }: WidgetSettings, otherKeyword: string) {
  const { keyword, ...shown } = guest;
  const word = keyword === "" ? "not set" : "set";
  return {
    ...settings,
    guest: shown,
    guestKeyword: keyword === otherKeyword ? word : `${word}: ${keyword.length}`,
  };
}

async function requireReferences(trx: Db, { groups, guest }: WidgetSettings): Promise<void> {
  const groupIds = [...new Set(groups.map(({ groupId }) => groupId))];
  if (groupIds.length > 0) {
    const found = await trx.selectFrom("assignment_group").select("id").where("id", "in", groupIds).execute();
    if (found.length < groupIds.length) {
      throw new AppError("widget/refused", "One of these groups is not there any more.");
    }
  }
  if (guest.accountId === undefined) return;
  const account = await trx
    .selectFrom("account")
    .select(["role", "active", "stands_for"])
    .where("id", "=", guest.accountId)
    .executeTakeFirst();
  if (account?.role !== "requester" || account.active !== 1 || account.stands_for !== null) {
    throw new AppError(
      "widget/refused",
      "The account for guests must be an active requester; guests get no more rights than it has.",
    );
  }
}
