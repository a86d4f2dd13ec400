import { z } from "zod";
import type { Config } from "../../config/index.js";
import { AppError, type LanguageModelSettings, languageModelSettingsSchema } from "../../contract/index.js";
import { type Bell, fromJson, recordChange, type Store, saveSetting, toJson } from "../../store/index.js";
import { checkAddress } from "../outgoing/index.js";

const names = { settings: "language-model", key: "language-model-key" } as const;
const topic = "language-model-changed";
/** Other nodes ring; one whose bell is broken is late by so much. */
const freshMs = 1000;

const defaults: LanguageModelSettings = {
  isOn: false,
  inChannels: true,
  forGuests: false,
  endpoint: "",
  model: "",
  tone: "plain",
  secondsMost: 5,
  atOnceMost: 4,
  answersPerTalk: 10,
  tokensPerDay: 1_000_000,
};

/** A key belongs to the endpoint it was given for: pointed elsewhere, it is not sent. */
const keySchema = z.object({ key: z.string(), endpoint: z.string() });

export interface ModelPresent {
  readonly settings: LanguageModelSettings;
  readonly version: number;
  readonly key: string | undefined;
  /** The operator has named the endpoint: it may stand in a private network. */
  readonly mayBePrivate: boolean;
  /** Switched on, with everything that is needed. */
  readonly isReady: boolean;
}

/** What admins and the operator say about the language model. */
export interface ModelSettings {
  readonly fixed: { readonly endpoint: boolean; readonly model: boolean; readonly key: boolean };
  present(): Promise<ModelPresent>;
  /**
   * Throws `language-model/changed` when somebody else has saved since that version was read, `language-model/refused`
   * for an address the desk does not send to, and for what cannot be switched on yet.
   */
  save(wish: {
    readonly settings: LanguageModelSettings;
    readonly version: number;
    readonly apiKey: string | undefined;
    readonly by: string;
  }): Promise<void>;
}

export function createModelSettings(options: {
  readonly store: Store;
  readonly bell: Bell;
  readonly config: Pick<Config, "languageModel" | "secrets">;
  readonly now: () => number;
}): ModelSettings {
  const { store, bell, config, now } = options;
  const { endpoint, model } = config.languageModel;
  const { languageModelKey } = config.secrets;
  const fixed = {
    endpoint: endpoint !== undefined,
    model: model !== undefined,
    key: languageModelKey !== undefined,
  };
  let known: { readonly at: number; readonly present: Promise<ModelPresent> } | undefined;
  bell.on(topic, () => {
    known = undefined;
  });

  async function read(): Promise<ModelPresent> {
    const rows = await store.db
      .selectFrom("desk_setting")
      .select(["name", "value_json", "version"])
      .where("name", "in", Object.values(names))
      .execute();
    const row = rows.find(({ name }) => name === names.settings);
    const saved = row === undefined ? defaults : fromJson(languageModelSettingsSchema, row.value_json);
    const settings = {
      ...saved,
      ...(endpoint === undefined ? {} : { endpoint }),
      ...(model === undefined ? {} : { model }),
    };
    const keyRow = rows.find(({ name }) => name === names.key);
    const kept = keyRow === undefined ? undefined : fromJson(keySchema, keyRow.value_json);
    const own =
      kept !== undefined && kept.endpoint === settings.endpoint && kept.key !== "" ? kept.key : undefined;
    return {
      settings,
      version: row?.version ?? 0,
      key: languageModelKey ?? own,
      mayBePrivate: fixed.endpoint,
      isReady: settings.isOn && settings.endpoint !== "" && settings.model !== "",
    };
  }

  function check(settings: LanguageModelSettings): LanguageModelSettings {
    const whole = { ...settings, endpoint: endpoint ?? settings.endpoint, model: model ?? settings.model };
    if (whole.isOn && (whole.endpoint === "" || whole.model === "")) {
      throw new AppError("language-model/refused", "Name an endpoint and a model first.");
    }
    if (endpoint === undefined && settings.endpoint !== "") checkEndpoint(settings.endpoint);
    return whole;
  }

  async function saveKey(key: string, of: string, by: string): Promise<void> {
    const at = now();
    await store.db.transaction().execute(async (trx) => {
      const columns = {
        value_json: toJson({ key, endpoint: of }),
        version: 1,
        updated_at: at,
        updated_by: by,
      };
      await trx
        .insertInto("desk_setting")
        .values({ name: names.key, ...columns })
        .onConflict((conflict) => conflict.column("name").doUpdateSet(columns))
        .execute();
      const after = { key: key === "" ? "taken away" : "given" };
      const change = { type: "setting", id: names.key, name: names.key, at, by };
      await recordChange(trx, { ...change, before: { key: "before" }, after });
    });
  }

  return {
    fixed,
    present: () => {
      if (known === undefined || now() - known.at > freshMs) {
        const reading = { at: now(), present: read() };
        known = reading;
        // What failed is not what holds.
        reading.present.catch(() => {
          if (known === reading) known = undefined;
        });
      }
      return known.present;
    },
    save: async ({ settings, version, apiKey, by }) => {
      const value = check(settings);
      const saved = await saveSetting(store, { name: names.settings, value, version, at: now(), by });
      if (saved === "changed") {
        throw new AppError(
          "language-model/changed",
          "Somebody else has saved this meanwhile. Look, and save again.",
        );
      }
      if (apiKey !== undefined && !fixed.key) await saveKey(apiKey, value.endpoint, by);
      known = undefined;
      bell.ring(topic, "");
    },
  };
}

/** An admin's endpoint is no way to the machines around the desk (attack S20). */
function checkEndpoint(endpoint: string): void {
  checkAddress(endpoint, { mayBePrivate: false, code: "language-model/refused" });
  if (/[?#]/u.test(endpoint)) throw new AppError("language-model/refused", "This is no address.");
}
