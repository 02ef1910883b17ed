/* What is chosen, in one place; whoever shows it listens. */

export function createState(initial) {
  let current = Object.freeze({ ...initial });
  const listeners = [];
  return {
    get: () => current,
    /** Change some of the values; listeners hear of it once, and only when something differs. */
    set(change) {
      const before = current;
      if (Object.entries(change).every(([key, value]) => Object.is(before[key], value))) return;
      current = Object.freeze({ ...before, ...change });
      for (const listener of listeners) listener(current, before);
    },
    listen(listener) {
      listeners.push(listener);
    },
  };
}
