/** Where this browser keeps the tools that somebody has asked for, until the logout. */
const name = "kartu-models";

/** @returns undefined where the browser keeps nothing; then a tool is loaded each time anew */
export async function keptTools(): Promise<Cache | undefined> {
  try {
    return await caches.open(name);
  } catch {
    return undefined;
  }
}

export async function forgetTools(): Promise<void> {
  try {
    await caches.delete(name);
  } catch {
    // Nothing is kept.
  }
}
