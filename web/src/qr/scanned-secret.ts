/**
 * The secret of a scanned code. It comes behind the # of the address and is moved to the tab's storage at once: it then stands in
 * no history, and is still there after a change of the language, or after a login on the phone.
 */
import { tabMemory } from "../storage.ts";

const key = "kartu-scanned";

/** What stands behind the # may also be a place of the page: of the skip link, or of a field in the summary of errors. */
export function isScanned(): boolean {
  return /^#[\w-]{22}$/.test(location.hash);
}

/** @returns undefined when the page was opened without a scan */
export function scannedSecret(): string | undefined {
  if (isScanned()) {
    tabMemory.write(key, location.hash.slice(1));
    history.replaceState(history.state, "", location.pathname + location.search);
  }
  return tabMemory.read(key);
}

/** Its code is over: opened again, the page does not ask for it. */
export function forgetScannedSecret(): void {
  tabMemory.forget(key);
}
