/** Values by three texts, found without making one text of them for every look-up. */
export interface ByTexts<V> {
  readonly get: (first: string, second: string, third: string) => V | undefined;
  readonly set: (first: string, second: string, third: string, value: V) => void;
}

export function byTexts<V>(): ByTexts<V> {
  const all = new Map<string, Map<string, Map<string, V>>>();
  return {
    get: (first, second, third) => all.get(first)?.get(second)?.get(third),
    set: (first, second, third, value) => {
      const seconds = all.get(first) ?? new Map<string, Map<string, V>>();
      all.set(first, seconds);
      const thirds = seconds.get(second) ?? new Map<string, V>();
      seconds.set(second, thirds);
      thirds.set(third, value);
    },
  };
}
