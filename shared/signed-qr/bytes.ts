/** Bytes with memory of their own, which WebCrypto asks for. */
export type Bytes = Uint8Array<ArrayBuffer>;

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param hex an even number of hex digits */
export function fromHex(hex: string): Bytes {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** A number that is not negative, its highest byte first. */
export function toNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x0${toHex(bytes)}`);
}

/** @throws RangeError when the number needs more bytes */
export function fromNumber(number: bigint, length: number): Bytes {
  const hex = number.toString(16).padStart(2 * length, "0");
  if (number < 0n || hex.length > 2 * length) throw new RangeError("The number has no room.");
  return fromHex(hex);
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
