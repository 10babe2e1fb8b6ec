/**
 * Files for a request, until they have arrived whole: a lost connection, a reload and the end of a session take none away. In this browser's
 * own database, for who chose them; deleted at the logout, and after a week.
 */
import { page } from "../api/client.ts";
import { deviceStore } from "../device-store.ts";

interface Kept {
  readonly file: File;
  /** ms since the epoch. */
  readonly at: number;
}

export interface KeptFile {
  /** In this browser. */
  readonly id: string;
  readonly file: File;
}

const within = deviceStore("kartu-pengajuan", "files");
const longestMs = 7 * 86_400_000;

/** @param key of the request @returns undefined when the browser keeps nothing, or has no room */
export async function keepFile(key: string, file: File): Promise<string | undefined> {
  const at = Date.now();
  const id = `${ofReader(key)}${crypto.randomUUID()}`;
  const kept: Kept = { file, at };
  return (await within("readwrite", (files) => files.put(kept, id))) === undefined ? undefined : id;
}

/** What this reader chose for a request and has not arrived. */
export async function keptFiles(key: string): Promise<readonly KeptFile[]> {
  await within("readwrite", forgetOld);
  const own = IDBKeyRange.bound(ofReader(key), `${ofReader(key)}~`);
  const ids = (await within("readonly", (files) => files.getAllKeys(own))) ?? [];
  const all = (await within<Kept[]>("readonly", (files) => files.getAll(own))) ?? [];
  return all.flatMap(({ file }, i) => ({ id: String(ids[i]), file }));
}

export async function forgetFile(id: string): Promise<void> {
  await within("readwrite", (files) => files.delete(id));
}

/** Whether something has not arrived, whoever chose it. */
export async function hasEvidence(): Promise<boolean> {
  return Boolean(await within("readonly", (files) => files.count()));
}

/** Of everybody: who leaves wants nothing to stay in this browser. */
export async function forgetEvidence(): Promise<void> {
  await within("readwrite", (files) => files.clear());
}

function forgetOld(files: IDBObjectStore): IDBRequest {
  const request = files.openCursor();
  request.onsuccess = () => {
    const cursor = request.result;
    if (!cursor) return;
    const { at }: Kept = cursor.value;
    if (Date.now() - at >= longestMs) cursor.delete();
    cursor.continue();
  };
  return request;
}

/** How the ids of a reader's files for a request begin. It is known who reads once the first answer has come. */
const ofReader = (key: string) => `${page.person ?? ""} ${key} `;
