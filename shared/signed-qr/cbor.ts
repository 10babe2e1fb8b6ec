import { decode, encode, rfc8949EncodeOptions } from "cborg";
import type { Bytes } from "./bytes.ts";

/** The one encoding of a value: RFC 8949 §4.2.1, keys in the order of their bytes, each number in its shortest form. */
export function encodeCbor(value: unknown): Bytes {
  return encode(value, rfc8949EncodeOptions);
}

/**
 * A value, its maps as `Map`, numbers beyond 2^53 as bigint. Who needs the one encoding must encode the value again and compare:
 * this accepts keys in any order.
 * @throws Error when the bytes are no CBOR, end early or go on, or have a tag, an indefinite length, a number in a longer form or a
 * key twice
 */
export function decodeCbor(bytes: Uint8Array): unknown {
  return decode(bytes, {
    useMaps: true,
    strict: true,
    rejectDuplicateMapKeys: true,
    allowIndefinite: false,
    allowUndefined: false,
    allowInfinity: false,
    allowNaN: false,
  });
}
