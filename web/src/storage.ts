/**
 * The browser's storage. It may be refused (private windows, policies, WebViews), null or full. Then the values are in memory
 * as long as the page.
 *
 * @param find may throw, as `localStorage` itself does where it is refused
 */
function memory(find: () => Storage | null) {
  const here = new Map<string, string>();
  const tried = <Result>(use: (storage: Storage) => Result): Result | undefined => {
    try {
      const storage = find();
      return storage ? use(storage) : undefined;
    } catch {
      return undefined;
    }
  };
  const forget = (key: string) => {
    here.delete(key);
    tried((storage) => storage.removeItem(key));
  };
  return {
    read: (key: string): string | undefined =>
      here.get(key) ?? tried((storage) => storage.getItem(key)) ?? undefined,
    write(key: string, value: string): void {
      forget(key);
      here.set(key, value);
      tried((storage) => {
        storage.setItem(key, value);
        here.delete(key);
      });
    },
    forget,
    clear(): void {
      here.clear();
      tried((storage) => storage.clear());
    },
  };
}

/** Only of this tab; it ends with the tab. */
export const tabMemory = memory(() => sessionStorage);

/** Of this browser, until somebody clears it. */
export const deviceMemory = memory(() => localStorage);
