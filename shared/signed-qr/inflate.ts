import type { Bytes } from "./bytes.ts";

/**
 * What was compressed in zlib's form (RFC 1950), of which browsers say «deflate».
 * @param length how many bytes it has to be. A byte may stand for a thousand, so what is longer is given up
 * @returns why it is not: "damaged" is no such form, ends early, or has bytes behind it
 */
export async function inflated(
  bytes: Uint8Array,
  length: number,
): Promise<Bytes | "damaged" | "wrong-size"> {
  const all = new Uint8Array(length);
  let filled = 0;
  const stream = new Blob([new Uint8Array(bytes)]).stream();
  // Not «for await»: browsers learned it of streams years after they learned to inflate.
  const reader = stream.pipeThrough(new DecompressionStream("deflate")).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return filled === length ? all : "wrong-size";
      if (filled + value.length > length) {
        await reader.cancel();
        return "wrong-size";
      }
      all.set(value, filled);
      filled += value.length;
    }
  } catch {
    // «TypeError» for whatever is wrong with it (Compression Streams, WHATWG, «Decompress and enqueue a chunk»).
    return "damaged";
  }
}
