/**
 * Bytes as decimal digits, the densest text that an address may hold: a QR's numeric mode takes 10 bits for 3 digits (ISO/IEC 18004
 * §7.4.3), 3.34 bits a digit that holds 3.32. Base32 in the alphanumeric mode takes 5.5 bits for 5; base45 has signs that break
 * addresses.
 */
import { type Bytes, fromNumber, toNumber } from "./bytes.ts";

const digitsAByte = 8 * Math.log10(2);

/** No QR with error correction M holds more digits (version 40). What is longer is not looked at. */
const maxDigits = 5596;

/** One number, with as many zeros before it as tell how many bytes there were. */
export function toDigits(bytes: Uint8Array): string {
  return toNumber(bytes).toString().padStart(digitsOf(bytes.length), "0");
}

/** @returns undefined unless `toDigits` makes this text of some bytes */
export function fromDigits(digits: string): Bytes | undefined {
  if (digits.length > maxDigits || !/^[0-9]+$/.test(digits)) return undefined;
  const length = Math.floor(digits.length / digitsAByte);
  const number = BigInt(digits);
  const fits = digitsOf(length) === digits.length && number < 1n << BigInt(8 * length);
  return fits ? fromNumber(number, length) : undefined;
}

/** Each byte more takes two or three digits more, so the number of digits tells that of bytes. */
function digitsOf(bytes: number): number {
  return Math.ceil(bytes * digitsAByte);
}
