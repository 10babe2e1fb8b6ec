/** What is known by the key, or is made now, in the place of what is known longest. */
export function keep<Value>(
  known: Map<string, Value>,
  key: string,
  most: number,
  make: () => Value,
): Value {
  const found = known.get(key);
  if (found) return found;
  const oldest = known.keys().next().value;
  if (known.size >= most && oldest !== undefined) known.delete(oldest);
  const made = make();
  known.set(key, made);
  return made;
}
