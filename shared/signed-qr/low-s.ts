/**
 * An ECDSA signature is right with s and with n - s alike. Only the lower one is ours, so that nobody makes a second code of a card's
 * code (the rule is our own; COSE has none: RFC 9053 §2.1).
 */
import { type Bytes, fromNumber, toNumber } from "./bytes.ts";

/** The order n of P-256 (FIPS 186-5, SP 800-186 §3.2.1.3). */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const side = 32;
/** r and s, each 32 bytes, one after the other. */
export const signatureBytes = 2 * side;

export function isLowS(signature: Uint8Array): boolean {
  return toNumber(signature.subarray(side)) <= order / 2n;
}

/**
 * A signature with the lower s, as COSE wants it: r and s of 32 bytes each (RFC 9053 §2.1).
 * @param signature 64 bytes of that form, or else the DER that KMS answers, a SEQUENCE of two INTEGERs (RFC 3279 §2.2.3). A DER of
 * exactly 64 bytes, one signature in some 2^45, is taken for the other form; who signs sees it when checking what was signed
 * @throws RangeError when it is neither, or no signature of P-256
 */
export function lowS(signature: Uint8Array): Bytes {
  const [r, s] =
    signature.length === signatureBytes
      ? [toNumber(signature.subarray(0, side)), toNumber(signature.subarray(side))]
      : numbersOfDer(signature);
  if (r < 1n || r >= order || s < 1n || s >= order)
    throw new RangeError("That is no signature of P-256.");
  const lower = s > order / 2n ? order - s : s;
  return Uint8Array.from([...fromNumber(r, side), ...fromNumber(lower, side)]);
}

function numbersOfDer(der: Uint8Array): [r: bigint, s: bigint] {
  const [sequence, length] = der;
  const rEnd = 4 + (der[3] ?? 0);
  const sEnd = rEnd + 2 + (der[rEnd + 1] ?? 0);
  const isDer =
    sequence === 0x30 && length === der.length - 2 && der[2] === 0x02 && der[rEnd] === 0x02;
  if (!isDer || sEnd !== der.length) throw new RangeError("That is no signature.");
  return [toNumber(der.subarray(4, rEnd)), toNumber(der.subarray(rEnd + 2, sEnd))];
}
