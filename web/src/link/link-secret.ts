/**
 * The secret of a mail's link. It comes behind the # of the address, and is moved to the tab's storage at once: it then stands
 * in no history, and is still there after a change of the language.
 */
import { tabMemory } from "../storage.ts";

const key = "kartu-link";

/** @returns undefined when the page was opened without a link */
export function linkSecret(): string | undefined {
  const arrived = location.hash.slice(1);
  if (arrived) {
    tabMemory.write(key, arrived);
    history.replaceState(history.state, "", location.pathname + location.search);
  }
  return tabMemory.read(key);
}
