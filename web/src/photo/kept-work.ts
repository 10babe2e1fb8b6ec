/**
 * What was chosen for the studio and what was done to it. It survives a reload, the end of a session, and a system that ends the tab
 * while the camera is open: in this browser's own database, for who chose it. It is deleted when the photo is confirmed, with the logout,
 * and after a week, as long as an accepted photo waits.
 */
import { page } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { deviceStore } from "../device-store.ts";
import type { Edits } from "../studio/edits.ts";
import type { MadePhoto, Work } from "./photo-memory.ts";

interface Kept<Value> {
  readonly value: Value;
  /** ms since the epoch. */
  readonly at: number;
}

const within = deviceStore("kartu-studio", "work");
const parts = ["picture", "edits", "sending"] as const satisfies readonly (keyof Work)[];
const longestMs = 7 * 86_400_000;

/**
 * A new picture, to which nothing was done yet.
 * @returns whether it is kept: a browser may refuse, or have no room
 */
export async function keepPicture(value: Blob): Promise<boolean> {
  await forgetWork();
  return put("picture", value);
}

export async function keepEdits(value: Edits): Promise<boolean> {
  return put("edits", value);
}

/** It goes on being sent after a reload. */
export async function keepSending(value: MadePhoto): Promise<void> {
  await put("sending", value);
}

export async function forgetSending(): Promise<void> {
  const key = await keyOf("sending");
  if (key) await within("readwrite", (works) => works.delete(key));
}

/** @returns what this reader began, if it is not too old; a picture, or a photo that waits to be sent, or both */
export async function findWork(): Promise<Work> {
  await within("readwrite", forgetOld);
  // Nobody is asked who reads while nothing is kept.
  if (!(await within("readonly", (works) => works.count()))) return {};
  return {
    picture: (await get<Blob>("picture"))?.value,
    edits: (await get<Edits>("edits"))?.value,
    sending: madeOf((await get<MadePhoto | Blob>("sending"))?.value),
  };
}

/** One that was kept before 29 November 2026 is a file alone. */
function madeOf(kept: MadePhoto | Blob | undefined): MadePhoto | undefined {
  return kept instanceof Blob ? { file: kept, cutFromBusy: false } : kept;
}

/** Whether this reader has begun a photo that is not on the card yet. */
export async function hasWork(): Promise<boolean> {
  const { picture, sending } = await findWork();
  return (picture ?? sending) !== undefined;
}

/** Of everybody: who confirms or leaves wants nothing to stay in this browser. */
export async function forgetWork(): Promise<void> {
  await within("readwrite", (works) => works.clear());
}

/** Of everybody too: on a shared device the one who began may never come back. Edits go with the picture they belong to. */
function forgetOld(works: IDBObjectStore): IDBRequest {
  const request = works.openCursor();
  request.onsuccess = () => {
    const cursor = request.result;
    if (!cursor) return;
    const { at }: Kept<unknown> = cursor.value;
    const [person] = String(cursor.key).split(" ");
    if (Date.now() - at >= longestMs) for (const part of parts) works.delete(`${person} ${part}`);
    cursor.continue();
  };
  return request;
}

async function put<Value>(part: keyof Work, value: Value): Promise<boolean> {
  const kept: Kept<Value> = { value, at: Date.now() };
  const key = await keyOf(part);
  const isKept = Boolean(key && (await within("readwrite", (works) => works.put(kept, key))));
  await within("readwrite", forgetOld);
  return isKept;
}

async function get<Value>(part: keyof Work): Promise<Kept<Value> | undefined> {
  const key = await keyOf(part);
  return key ? within<Kept<Value> | undefined>("readonly", (works) => works.get(key)) : undefined;
}

/** @returns undefined when nobody can say whose page this is */
async function keyOf(part: keyof Work): Promise<string | undefined> {
  if (!page.person) await call("GET /api/session").catch(() => {});
  return page.person && `${page.person} ${part}`;
}
