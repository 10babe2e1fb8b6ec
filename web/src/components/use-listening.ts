import { useLayoutEffect, useState } from "preact/hooks";

/**
 * Whether the script listens: until then a prerendered button could only fail, and is disabled. Known in the same turn as
 * the page is put there: whoever types fast and presses Enter would otherwise meet a button that is disabled for a moment.
 */
export function useListening(): boolean {
  const [listening, setListening] = useState(false);
  useLayoutEffect(() => setListening(true), []);
  return listening;
}
