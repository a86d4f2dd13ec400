import { createStore, type StoreApi } from "zustand/vanilla";
import type { Timers } from "../../../chat/index.js";

/** What a screen shows of a store: at once what the person does, and a few times a second what happens around them. */
export interface Shown<T> {
  readonly store: Pick<StoreApi<T>, "getState" | "getInitialState" | "subscribe">;
  now(): void;
  soon(): void;
}

/** Faster than anybody reads; to draw for each of a hundred changes a second would leave no time for the person. */
const drawEveryMs = 100;

export function createShown<T>(source: Pick<StoreApi<T>, "getState">, timers: Timers): Shown<T> {
  const store = createStore<T>(() => source.getState());
  let isResting = false;
  let isBehind = false;

  function now(): void {
    isBehind = false;
    store.setState(source.getState(), true);
  }

  function soon(): void {
    isBehind = true;
    if (isResting) return;
    now();
    isResting = true;
    timers.after(drawEveryMs, () => {
      isResting = false;
      if (isBehind) soon();
    });
  }

  return { store, now, soon };
}
