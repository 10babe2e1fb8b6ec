/** Digits as they stand in the QR of a signed card, the same in each run: nobody signed them. */
import { createHash } from "node:crypto";
import { toDigits } from "#shared/signed-qr/digits.ts";
import { sealed } from "#shared/signed-qr/envelope.ts";
import { encodePayload, type SignedPayload } from "#shared/signed-qr/payload.ts";

export function digitsOf(payload: SignedPayload, index = 0): string {
  const signature = createHash("sha512").update(`signature ${index}`).digest();
  signature[32] = (signature[32] ?? 0) & 0x7f;
  return toDigits(sealed({ payload: encodePayload(payload), kid: "5a7c", signature }));
}
