/** The name of this tab: by it the server knows which of the browser's resets the tab goes on with. */
import { tabMemory } from "../storage.ts";

const key = "kartu-reset-tab";

/** The query of each request of the reset. */
export function ofThisTab(): { query: { tab: string } } {
  const tab = tabMemory.read(key) ?? `${Math.random()}`.slice(2);
  tabMemory.write(key, tab);
  return { query: { tab } };
}
