/**
 * A store of this browser's own database, for what is too large for its other memories.
 * @param name of the database @param store its only one
 * @returns what runs one step in it; the step gives undefined when this browser keeps nothing
 */
export function deviceStore(name: string, store: string) {
  const opened = (): Promise<IDBDatabase> => {
    const request = indexedDB.open(name, 1);
    return new Promise((resolve, reject) => {
      request.onupgradeneeded = () => request.result.createObjectStore(store);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
      request.onblocked = () => reject(new Error("blocked"));
    });
  };
  return async <Result>(
    mode: IDBTransactionMode,
    use: (kept: IDBObjectStore) => IDBRequest<Result>,
  ): Promise<Result | undefined> => {
    try {
      const database = await opened();
      const transaction = database.transaction(store, mode);
      const request = use(transaction.objectStore(store));
      try {
        await new Promise<void>((resolve, reject) => {
          transaction.oncomplete = () => resolve();
          transaction.onabort = () => reject(transaction.error);
        });
        return request.result;
      } finally {
        database.close();
      }
    } catch {
      return undefined;
    }
  };
}
