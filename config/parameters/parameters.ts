import { setTimeout as pause } from "node:timers/promises";
import { AppError, type Locale, type Mode, type Principal } from "../../contract/index.js";
import type { Bell, Store } from "../../store/index.js";
import { findFault, requireValue, type UnreadyParameter } from "./check-value.js";
import { definitionOf, definitions } from "./definitions/index.js";
import { fallbackTextIn, fallbackTextsIn } from "./fallback-text.js";
import { createKnownValues, type KnownValues } from "./known-values.js";
import { deriveMode } from "./mode.js";
import { type ParameterItem, toItem } from "./parameter-item.js";
import { type RecordedChange, readHistory, writeParameter } from "./parameter-rows.js";
import type { RawValue } from "./parse-value.js";
import { createReferences, type References } from "./references.js";

/** The numbered settings of the desk. Reading a value reads memory only. */
export interface Parameters extends Pick<KnownValues, "get" | "reload" | "onChanged"> {
  isOn(number: number): boolean;
  /** `undefined` when nothing is set. */
  idOf(number: number): string | undefined;
  numberOf(number: number): number | undefined;
  /** What the parameters amount to; schedules and groups may have another (see `modes/`). */
  mode(): Mode;
  fallbackText(locale: Locale): string;
  /** One for each line of parameter 453. */
  fallbackTexts(locale: Locale): string[];
  list(locale: Locale): Promise<ParameterItem[]>;
  /**
   * Sets a value, for admins only; `null` and "" take it back. Throws `access/denied`, `parameter/not-found`, and
   * `parameter/refused` with the reason for a value that cannot be; nothing is written then. Every set is recorded
   * with time and person (S0-24) and holds on this node when the call returns, on the others within two seconds.
   */
  set(number: number, value: RawValue, by: Pick<Principal, "accountId" | "role">): Promise<ParameterItem>;
  history(number?: number): Promise<RecordedChange[]>;
  /** Which of the parameters that attendance needs are not set, or point at nothing (S0-3, S2-7). */
  unready(locale: Locale): Promise<UnreadyParameter[]>;
  /** Reads all values, and from then on every second until the signal. */
  start(signal: AbortSignal): Promise<void>;
}

export interface ParametersOptions {
  readonly store: Store;
  readonly now: () => number;
  readonly bell?: Bell | undefined;
  readonly references?: References | undefined;
  /** Whether the desk has an assistant at all (S2-6); yes when left out. */
  readonly assistantAvailable?: boolean | undefined;
  /** Told of a reading that failed; the values known so far hold on. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

const topic = "parameter-changed";
/** A node that heard no bell is behind by this and one query at most. */
const rereadMs = 1000;
const historyMax = 200;
const neededForAttendance = [118, 315, 317];

export function createParameters(options: ParametersOptions): Parameters {
  const { store, now, bell, assistantAvailable = true, onError = () => undefined } = options;
  const references = options.references ?? createReferences(store.db);
  const values = createKnownValues(store.db);
  const { get, reload, onChanged } = values;
  bell?.on(topic, () => void reload().catch(onError));

  async function watch(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await pause(rereadMs, undefined, { signal, ref: false }).catch(() => undefined);
      if (!signal.aborted) await reload().catch(onError);
    }
  }

  return {
    get,
    reload,
    onChanged,
    isOn: (number) => get(number) === "Y",
    idOf: (number) => get(number) || undefined,
    numberOf: (number) => (get(number) === "" ? undefined : Number(get(number))),
    mode: () => deriveMode({ get, assistantAvailable }),
    fallbackText: (locale) => fallbackTextIn(get(453), locale),
    fallbackTexts: (locale) => fallbackTextsIn(get(453), locale),
    list: (locale) =>
      Promise.all(definitions.map((definition) => toItem(definition, values, { references, locale }))),
    set: async (number, raw, by) => {
      if (by.role !== "admin") throw new AppError("access/denied", "Only an admin may change parameters.");
      const definition = definitionOf(number);
      if (definition === undefined) {
        throw new AppError("parameter/not-found", `There is no parameter ${number}.`);
      }
      const value = await requireValue(definition, raw, references);
      await writeParameter(store, { number, value, by: by.accountId, at: now() });
      await reload();
      bell?.ring(topic, String(number));
      return toItem(definition, values, { references, locale: "en" });
    },
    history: (number) => readHistory(store.db, { number, limit: historyMax }),
    unready: async (locale) => {
      const checks = neededForAttendance.map((number) =>
        findFault({ number, value: get(number), locale }, references),
      );
      return (await Promise.all(checks)).flat();
    },
    start: async (signal) => {
      await reload();
      void watch(signal);
    },
  };
}
