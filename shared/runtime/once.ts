/** A value that is made when it is first asked for, and not again. When making it fails, the next caller tries anew. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
