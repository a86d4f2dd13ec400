import { EventEmitter } from "node:events";

/** Facts a part of the product tells the composition root; `Map` names each with the arguments it carries. */
export interface TypedEvents<Map extends Record<keyof Map, readonly unknown[]>> {
  on<N extends keyof Map & string>(name: N, hear: (...args: [...Map[N]]) => void): () => void;
  emit<N extends keyof Map & string>(name: N, ...args: Map[N]): void;
}

export function createTypedEvents<Map extends Record<keyof Map, readonly unknown[]>>(): TypedEvents<Map> {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(50);
  return {
    on: (name, hear) => {
      const listener = (...args: unknown[]) => Reflect.apply(hear, undefined, args);
      emitter.on(name, listener);
      return () => emitter.off(name, listener);
    },
    emit: (name, ...args) => {
      emitter.emit(name, ...args);
    },
  };
}
