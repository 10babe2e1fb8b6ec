import { decodeFirst, encode, rfc8949EncodeOptions } from "cborg";
import { type Bytes, sameBytes } from "./bytes.ts";

/** The one encoding of a value: RFC 8949 §4.2.1, keys in the order of their bytes, each number in its shortest form. */
export function encodeCbor(value: unknown): Bytes {
  return encode(value, rfc8949EncodeOptions);
}

/** Why bytes are not the one encoding of a value, in the order in which it is asked. */
type Uncanonical =
  /** They end before the value does. */
  | "truncated"
  /** A value in another encoding: keys in another order or twice, a number in a longer form, an indefinite length; or bytes behind it. */
  | "re-encoded"
  /** Neither: a tag, or something that is no CBOR. */
  | "damaged";

export type Decoded = { readonly value: unknown } | { readonly refusal: Uncanonical };

/** What bytes are the one encoding of: its maps as `Map`, numbers beyond 2^53 as bigint. */
export function decodedOnce(bytes: Uint8Array): Decoded {
  const value = first(bytes);
  if (value === undefined)
    return { refusal: first(withZeros(bytes)) === undefined ? "damaged" : "truncated" };
  return isEncodedAs(value, bytes) ? { value } : { refusal: "re-encoded" };
}

/** The value that stands first, in whatever encoding; undefined where there is none: `undefined` itself is none of ours. */
function first(bytes: Uint8Array): unknown {
  try {
    return decodeFirst(bytes, { useMaps: true, allowUndefined: false })[0];
  } catch {
    // The library's errors have many words, and no codes.
    return undefined;
  }
}

function isEncodedAs(value: unknown, bytes: Uint8Array): boolean {
  try {
    return sameBytes(encodeCbor(value), bytes);
  } catch {
    return false;
  }
}

/** No message is longer (status-list.ts has the longest). */
const mostBytes = 20_000;

/** A zero is a whole value, or a byte of a string: whatever ends too early is whole with enough of them. */
function withZeros(bytes: Uint8Array): Uint8Array {
  const longer = new Uint8Array(bytes.length + mostBytes);
  longer.set(bytes);
  return longer;
}
