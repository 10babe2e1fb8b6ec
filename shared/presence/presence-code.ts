/**
 * «Kode hadir»: what a phone shows anew every 30 seconds, signed with a key that never leaves it (decision 0123). Pure, and made of WebCrypto
 * alone, so that phone, gate and service judge it by the same lines.
 */
import { type Bytes, fromHex, fromNumber, toHex, toNumber } from "#shared/signed-qr/bytes.ts";
import { fromDigits, toDigits } from "#shared/signed-qr/digits.ts";
import { isLowS, lowS, signatureBytes } from "#shared/signed-qr/low-s.ts";
import { type PublicKey, verifies } from "#shared/signed-qr/p256.ts";

/** As long as the codes of an authenticator (RFC 6238 §4.1). */
export const stepSeconds = 30;

/** How many steps a code may be older or younger than the clock of who reads it. */
const skewSteps = 1;

export interface PresenceCode {
  /** 32 hex digits, see `deviceOf`. */
  readonly device: string;
  /** Counts `stepSeconds` since 1970. */
  readonly step: number;
  /** r and the lower s, of 32 bytes each. */
  readonly signature: Bytes;
}

/** WebCrypto's, of P-256: as pages and Node have it. */
export type SigningKey = Parameters<typeof crypto.subtle.sign>[1];

const ecdsa = { name: "ECDSA", hash: "SHA-256" };
/** What else these keys may sign once begins with other words. */
const domain = new TextEncoder().encode("Kartu ASN Virtual, kode hadir 1\n");
/** Form and version of the text. */
const prefix = "KH1.";
const [deviceBytes, stepBytes] = [16, 4];
const codeBytes = deviceBytes + stepBytes + signatureBytes;

/** @param at ms since 1970 */
export const stepOf = (at: number): number => Math.floor(at / (1000 * stepSeconds));

/** Whether a code counts now. @param at the reader's clock, ms since 1970 */
export function isOnTime(step: number, at: number): boolean {
  return Math.abs(step - stepOf(at)) <= skewSteps;
}

/** What a key's device is called: the beginning of a digest of it, so that nobody takes another one's name. */
export async function deviceOf({ x, y }: PublicKey): Promise<string> {
  const text = JSON.stringify({ crv: "P-256", kty: "EC", x, y });
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return toHex(new Uint8Array(digest).subarray(0, deviceBytes));
}

/** The code of one step, as its QR says it: four letters, then digits, which a QR packs best. @param key of P-256, for signing */
export async function makeCode(
  { device, key }: { readonly device: string; readonly key: SigningKey },
  step: number,
): Promise<string> {
  const said = saidBy(device, step);
  const signature = lowS(new Uint8Array(await crypto.subtle.sign(ecdsa, key, signed(said))));
  return `${prefix}${toDigits(Uint8Array.from([...said, ...signature]))}`;
}

/** What a text says, whoever signed it. @returns undefined unless it is in the one form in which `makeCode` writes */
export function readCode(text: string): PresenceCode | undefined {
  if (!text.startsWith(prefix)) return undefined;
  const bytes = fromDigits(text.slice(prefix.length));
  if (bytes?.length !== codeBytes) return undefined;
  const signature = bytes.subarray(deviceBytes + stepBytes);
  if (!isLowS(signature)) return undefined;
  return {
    device: toHex(bytes.subarray(0, deviceBytes)),
    step: Number(toNumber(bytes.subarray(deviceBytes, deviceBytes + stepBytes))),
    signature,
  };
}

/** Whether the device of this key made it. Of which time it is, `isOnTime` says. */
export async function isSignedBy(code: PresenceCode, key: PublicKey): Promise<boolean> {
  if (code.device !== (await deviceOf(key))) return false;
  return await verifies(key, code.signature, signed(saidBy(code.device, code.step)));
}

const saidBy = (device: string, step: number): Bytes =>
  Uint8Array.from([...fromHex(device), ...fromNumber(BigInt(step), stepBytes)]);

const signed = (said: Bytes): Bytes => Uint8Array.from([...domain, ...said]);
