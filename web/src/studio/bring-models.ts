/** Brings models onto this device, once: what came is kept in the browser's cache. Runs in the worker. */
import { keptFiles } from "../kept-files.ts";
import type { ModelAsset } from "./model-asset.ts";

/** What the site sent is not the model. */
export class NotTheModel extends Error {
  override readonly name = "NotTheModel";
}

interface Bringing {
  /** Nothing is asked of the site. */
  readonly isKeptOnly: boolean;
  readonly signal: AbortSignal;
  /** Hears how many bytes have come by now, of all models together. */
  readonly onBytes: (bytes: number) => void;
}

/**
 * Every byte is held to the model's digest, whether it came from the cache or from the site.
 * @returns undefined when one of them is not kept and nothing may be asked
 * @throws TypeError without a connection; AbortError (DOMException) when it was stopped; NotTheModel when it was asked for twice
 */
export async function bringModels(
  models: readonly ModelAsset[],
  { isKeptOnly, signal, onBytes }: Bringing,
): Promise<readonly Uint8Array[] | undefined> {
  const cache = await keptFiles();
  const brought: Uint8Array[] = [];
  let before = 0;
  for (const model of models) {
    const kept = await keptIn(cache, model);
    if (!kept && isKeptOnly) return undefined;
    const bytes = kept ?? (await askTwice(model, signal, (came) => onBytes(before + came)));
    if (!kept) await keep(cache, model, bytes);
    brought.push(bytes);
    before += model.bytes;
    onBytes(before);
  }
  return brought;
}

async function keptIn(cache: Cache | undefined, model: ModelAsset) {
  const response = await cache?.match(model.address);
  if (!response) return undefined;
  const bytes = new Uint8Array(await response.arrayBuffer());
  return (await isModel(bytes, model)) ? bytes : undefined;
}

/** Instead of what an earlier release had under that name. A browser without room forgets it. */
async function keep(cache: Cache | undefined, { address }: ModelAsset, bytes: BodyInit) {
  const [name = address] = address.split("-");
  try {
    for (const { url } of (await cache?.keys()) ?? [])
      if (new URL(url).pathname.startsWith(`${name}-`)) await cache?.delete(url);
    await cache?.put(address, new Response(bytes));
  } catch {
    // It works now, and is loaded again the next time.
  }
}

/** The second time past the browser's own cache: it would give a spoilt copy again for as long as it may keep it, a year. */
async function askTwice(
  model: ModelAsset,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await download(model, { signal }, onBytes);
  } catch (error) {
    if (!(error instanceof NotTheModel)) throw error;
    return download(model, { signal, cache: "reload" }, onBytes);
  }
}

async function download(
  model: ModelAsset,
  asking: RequestInit,
  onBytes: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const { ok, body } = await fetch(model.address, asking);
  if (!ok || !body) throw new NotTheModel(model.address);
  const bytes = new Uint8Array(model.bytes);
  const reader = body.getReader();
  let came = 0;
  for (let part = await reader.read(); part.value; part = await reader.read()) {
    if (came + part.value.length > bytes.length) throw new NotTheModel(model.address);
    bytes.set(part.value, came);
    came += part.value.length;
    onBytes(came);
  }
  if (!(await isModel(bytes, model))) throw new NotTheModel(model.address);
  return bytes;
}

async function isModel(bytes: BufferSource, { sha256 }: ModelAsset): Promise<boolean> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return sha256 === Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
