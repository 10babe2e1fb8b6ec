/**
 * The secret of a mail's link. It comes behind the # of the address, and is moved to the tab's storage at once: it then stands
 * in no history, and is still there after a change of the language.
 */
import { tabMemory } from "../storage.ts";

const key = "kartu-link";

/** @returns undefined when the page was opened without a link */
export function linkSecret(): string | undefined {
  // What stands behind the # may also be a place of the page: of the skip link, or of a field in the summary of errors.
  if (/^#[\w-]{43}$/.test(location.hash)) {
    tabMemory.write(key, location.hash.slice(1));
    history.replaceState(history.state, "", location.pathname + location.search);
  }
  return tabMemory.read(key);
}
