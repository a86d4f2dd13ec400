import type { Db } from "../../store/index.js";
import { createListeners } from "../listeners.js";
import { definitionOf, definitions } from "./definitions/index.js";
import { type ParameterChange, readParameters, type StoredParameter } from "./parameter-rows.js";

type Rows = ReadonlyMap<number, StoredParameter>;

/** The values as this node knows them, held in memory. */
export interface KnownValues {
  /** The value, or the default; "" when there is neither. */
  get(number: number): string;
  rowOf(number: number): StoredParameter | undefined;
  /** Reads all values again, and tells listeners of each that differs. */
  reload(): Promise<void>;
  onChanged(listener: (change: ParameterChange) => void): () => void;
}

export function createKnownValues(db: Db): KnownValues {
  const changed = createListeners<ParameterChange>();
  let known: Rows = new Map();
  let begun = 0;
  let newest: Promise<void> = Promise.resolve();

  async function read(): Promise<void> {
    begun += 1;
    const mine = begun;
    const rows = await readParameters(db);
    // Overtaken: what was read here may be older than what the newer reading finds, so that one is waited for.
    if (mine !== begun) return newest;
    const before = known;
    known = new Map(rows.map((row) => [row.number, row]));
    for (const change of changesBetween(before, known)) changed.tell(change);
  }

  return {
    get: (number) => valueIn(known, number),
    rowOf: (number) => known.get(number),
    onChanged: changed.add,
    reload: () => {
      newest = read();
      return newest;
    },
  };
}

/** A value that was taken back stands as "" and gives way to the default, like one that was never set. */
function valueIn(rows: Rows, number: number): string {
  return rows.get(number)?.value || (definitionOf(number)?.defaultValue ?? "");
}

function changesBetween(before: Rows, after: Rows): ParameterChange[] {
  return definitions.flatMap(({ number }) => {
    const [oldValue, value] = [valueIn(before, number), valueIn(after, number)];
    return oldValue === value ? [] : [{ number, oldValue, value }];
  });
}
