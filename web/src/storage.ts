/**
 * What the browser keeps for us, when it does: storage may be refused (private windows, policies, WebViews), be null, or be
 * full. Then the page remembers by itself for as long as it stays.
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

/** Of this tab alone; gone with it. */
export const tabMemory = memory(() => sessionStorage);

/** Of this browser, until it is cleared. */
export const deviceMemory = memory(() => localStorage);
