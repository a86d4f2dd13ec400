import { useState } from "react";
import { ApiError } from "../shared/http.js";

export interface Draft<T> {
  readonly values: T;
  /** Only what the person has changed. */
  readonly changed: Partial<T>;
  readonly isDirty: boolean;
  readonly busy: boolean;
  readonly refusal: string | undefined;
  /** What somebody else has changed meanwhile, until it is saved again or discarded. */
  readonly conflict: Partial<T> | undefined;
  set(change: Partial<T>): void;
  discard(): void;
  save(): Promise<void>;
}

export interface DraftOptions<T extends object, R> {
  readonly record: R;
  readonly version: (record: R) => number;
  readonly toValues: (record: R) => T;
  readonly send: (change: Partial<T>, version: number) => Promise<R>;
  /** Which record a refusal carries, when it says that somebody else was first. */
  readonly presentOf: (error: ApiError) => R | undefined;
  readonly onSaved: (record: R) => void;
}

/**
 * Edits over a record that others edit too: fields nobody has touched follow the record, touched ones stay as they were
 * written. When somebody else was first, the writer is shown what is there now and keeps what they wrote.
 */
export function useDraft<T extends object, R>(options: DraftOptions<T, R>): Draft<T> {
  const { record, version, toValues, send, presentOf, onSaved } = options;
  const [touched, setTouched] = useState<Partial<T>>({});
  const [newer, setNewer] = useState<R>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const base = newer !== undefined && version(newer) > version(record) ? newer : record;
  const stored = toValues(base);
  const values = { ...stored, ...touched };
  const changed = difference(stored, values);

  return {
    values,
    changed,
    isDirty: Object.keys(changed).length > 0,
    busy,
    refusal,
    conflict: newer === undefined ? undefined : difference(toValues(record), toValues(newer)),
    set: (change) => setTouched((present) => ({ ...present, ...change })),
    discard: () => {
      setTouched({});
      setNewer(undefined);
      setRefusal(undefined);
    },
    save: async () => {
      setBusy(true);
      setRefusal(undefined);
      try {
        const saved = await send(changed, version(base));
        setTouched({});
        setNewer(undefined);
        onSaved(saved);
      } catch (error) {
        const present = error instanceof ApiError ? presentOf(error) : undefined;
        if (present === undefined) setRefusal(error instanceof Error ? error.message : String(error));
        else setNewer(present);
      } finally {
        setBusy(false);
      }
    },
  };
}

/** What `values` have that `base` has otherwise. */
export function difference<T extends object>(base: T, values: T): Partial<T> {
  const before = new Map<string, unknown>(Object.entries(base));
  const differing = Object.entries(values).filter(
    ([name, value]) => JSON.stringify(before.get(name)) !== JSON.stringify(value),
  );
  return Object.fromEntries(differing) as Partial<T>;
}
