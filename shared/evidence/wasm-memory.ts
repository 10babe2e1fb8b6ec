/** Of a page of WebAssembly's memory. */
const pageBytes = 65_536;
const memorySection = 5;
/** A memory that is not shared and says how large it may grow. */
const hasMaximum = 1;

/**
 * The same program, whose memory the engine lets grow to so many bytes and no further: whatever it asks for beyond, it is refused as by a
 * machine that has no more. Only the number in its memory section is another one (WebAssembly core 5.5.8), as many bytes long as before.
 * @throws Error for a program without one memory that states a maximum
 */
export function withMemoryOf(mostBytes: number, wasm: Buffer): Buffer {
  const limited = Buffer.from(wasm);
  for (let at = 8; at < limited.length; ) {
    const id = limited[at];
    const size = numberAt(limited, at + 1);
    if (id === memorySection) {
      const least = numberAt(limited, size.end + 2);
      if (limited[size.end] !== 1 || limited[size.end + 1] !== hasMaximum) break;
      writeNumber(limited, least.end, Math.floor(mostBytes / pageBytes));
      return limited;
    }
    at = size.end + size.value;
  }
  throw new Error("no memory with a maximum");
}

/** An unsigned LEB128 (5.2.2). */
function numberAt(bytes: Buffer, start: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let end = start; end < bytes.length; end++) {
    const byte = bytes.readUInt8(end);
    value += (byte % 128) * 2 ** (7 * (end - start));
    if (byte < 128) return { value, end: end + 1 };
  }
  throw new Error("a number without an end");
}

/** In as many bytes as the number that stands there. */
function writeNumber(bytes: Buffer, start: number, value: number): void {
  const { end } = numberAt(bytes, start);
  let rest = value;
  for (let at = start; at < end; at++) {
    bytes.writeUInt8((rest % 128) + (at < end - 1 ? 128 : 0), at);
    rest = Math.floor(rest / 128);
  }
  if (rest > 0) throw new Error("a number too large for its place");
}
