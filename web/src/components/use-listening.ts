import { useLayoutEffect, useState } from "preact/hooks";

/**
 * Whether the script listens. Before that, a prerendered button could only fail, so it is disabled. It is set in the same turn in
 * which the page is hydrated, so that nobody who types fast and presses Enter finds a disabled button.
 */
export function useListening(): boolean {
  const [listening, setListening] = useState(false);
  useLayoutEffect(() => setListening(true), []);
  return listening;
}
