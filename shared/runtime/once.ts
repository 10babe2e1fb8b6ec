/** A value that is made at the first call and returned by all later ones. If it fails, the next call tries again; so it does when the value is a promise that is rejected. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    if (!made) {
      const mine = { value: make() };
      made = mine;
      if (mine.value instanceof Promise)
        // Who asked hears of the failure by the promise itself.
        mine.value.catch(() => {
          if (made === mine) made = undefined;
        });
    }
    return made.value;
  };
}
