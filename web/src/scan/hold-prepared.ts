/**
 * What a desk prepared for checks without the network is nobody's. It outlives the logout of somebody who showed their own card on the same
 * device, whose answer makes the browser delete all that it keeps of this site (decision 0080).
 */
import { workerAddress } from "../worker-address.ts";
import { scanCache } from "./addresses.ts";

interface Held {
  readonly cache: string;
  readonly address: string;
  readonly answer: Response;
}

/** Reads it into memory, some 3 MB at most. @returns what puts it back */
export async function holdPrepared(): Promise<() => Promise<void>> {
  const names = (await caches.keys()).filter((name) => name.startsWith(scanCache));
  const held = (await Promise.all(names.map(heldIn))).flat();
  const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  const workers = registrations
    .map(({ active }) => new URL(active?.scriptURL ?? location.href).pathname)
    .filter((path) => path.includes("/pindai/"));
  return async () => {
    // All at once: the page that waits for it is left after three seconds, whatever is missing then.
    const cached = held.map(async ({ cache, address, answer }) =>
      (await caches.open(cache)).put(address, answer),
    );
    const working = workers.map((path) =>
      navigator.serviceWorker.register(workerAddress(path), { updateViaCache: "none" }),
    );
    await Promise.all([...cached, ...working]);
  };
}

async function heldIn(name: string): Promise<Held[]> {
  const cache = await caches.open(name);
  const held: Held[] = [];
  for (const request of await cache.keys()) {
    const kept = await cache.match(request);
    if (!kept) continue;
    const headers = new Headers(kept.headers);
    // They are of the body as it was sent.
    for (const sent of ["content-encoding", "content-length"]) headers.delete(sent);
    const answer = new Response(await kept.arrayBuffer(), { headers });
    held.push({ cache: name, address: request.url, answer });
  }
  return held;
}
