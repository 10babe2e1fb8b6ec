/** One value for each key: `Object.fromEntries`, with a type that knows the keys. */
export function keyed<K extends string, V>(
  keys: readonly K[],
  valueFor: (key: K) => V,
): Record<K, V> {
  const values: { [key: string]: V } = {};
  for (const key of keys) values[key] = valueFor(key);
  if (!hasAll(values, keys)) throw new Error("A key has no value.");
  return values;
}

/** As `keyed`, without the keys that have no value. */
export function keyedWhere<K extends string, V>(
  keys: readonly K[],
  valueFor: (key: K) => V | undefined,
): Partial<Record<K, V>> {
  const values: Partial<Record<K, V>> = {};
  for (const key of keys) {
    const value = valueFor(key);
    if (value !== undefined) values[key] = value;
  }
  return values;
}

/** The keys of an object that has no others than its type knows: `Object.keys`, with their type. */
export function keysOf<K extends string>(values: Readonly<Partial<Record<K, unknown>>>): K[] {
  return Object.keys(values).filter((key): key is K => Object.hasOwn(values, key));
}

function hasAll<K extends string, V>(
  values: Readonly<Record<string, V>>,
  keys: readonly K[],
): values is Record<K, V> {
  return keys.every((key) => Object.hasOwn(values, key));
}
