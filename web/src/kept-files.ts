/** Files that this browser keeps until the logout: the tools that somebody has asked for, and the last card. */
const name = "kartu-files";

/** @returns undefined where the browser keeps nothing: tools are loaded each time anew, and without the network there is no card */
export async function keptFiles(): Promise<Cache | undefined> {
  try {
    return await caches.open(name);
  } catch {
    return undefined;
  }
}

export async function forgetFiles(): Promise<void> {
  try {
    await caches.delete(name);
  } catch {
    // Nothing is kept.
  }
}
