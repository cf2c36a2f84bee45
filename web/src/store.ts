import { useLayoutEffect, useState } from "preact/hooks";

/** A value that tells when it changes. */
export interface Store<T> {
  get(): T;
  set(value: T): void;
  subscribe(listener: () => void): () => void;
}

export function createStore<T>(first: T): Store<T> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      value = next;
      for (const listener of [...listeners]) {
        listener();
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The value of a store, drawn again whenever it changes. */
export function useStore<T>(store: Store<T>): T {
  const [value, setValue] = useState(store.get);
  // In the same step as the drawing: later, a change in between would not be drawn for a while.
  useLayoutEffect(() => {
    const take = () => setValue(() => store.get());
    take();
    return store.subscribe(take);
  }, [store]);
  return value;
}
