/**
 * The secret of a scanned code. It comes behind the # of the address and is moved to the tab's storage at once: it then stands in
 * no history, and is still there after a change of the language, or after a login on the phone.
 */
import { tabMemory } from "../storage.ts";

const key = "kartu-scanned";

/** @returns undefined when the page was opened without a scan */
export function scannedSecret(): string | undefined {
  const arrived = location.hash.slice(1);
  if (arrived) {
    tabMemory.write(key, arrived);
    history.replaceState(history.state, "", location.pathname + location.search);
  }
  return tabMemory.read(key);
}

/** Its code is over: opened again, the page does not ask for it. */
export function forgetScannedSecret(): void {
  tabMemory.forget(key);
}
