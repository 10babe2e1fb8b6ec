/**
 * What a card says of its holder without the network: a CBOR array, each item in its place, because each byte makes the QR's modules
 * smaller. Keys would take ten more. The places are those of docs/qr-payload.md; a later item would stand behind them.
 */
import { type EmployeeKind, type Nip, parseNip } from "#shared/employee/nip.ts";
import { type Bytes, sameBytes } from "./bytes.ts";
import { decodedOnce, encodeCbor } from "./cbor.ts";

export interface SignedPayload {
  /** With titles, at most 40 bytes of UTF-8: see `cutName`. */
  readonly name: string;
  /** Whether the name is only the beginning of the holder's name. */
  readonly isShortened: boolean;
  readonly nip: Nip;
  /** The place of the instansi's name in the published key list, 0 to 65,535. */
  readonly instansi: number;
  readonly kind: EmployeeKind;
  /** "YYYY-MM-DD", as the other days. */
  readonly tmt: string;
  /** Nomor Seri, "A20100000123". */
  readonly serial: string;
  /** The day of signing. */
  readonly issued: string;
  /** The last day on which it proves anything. */
  readonly expires: string;
  /** The place of its two bits in the status list, below 2^32. */
  readonly status: number;
}

/** The number of each kind. */
const kinds = { PNS: 1, PPPK: 2, "PPPK-PW": 3 } as const satisfies Record<EmployeeKind, number>;

const maxNameBytes = 40;
const dayMs = 86_400_000;

/** The most bytes a payload has: a name of 40 bytes, and each number in its longest form. */
export const maxPayloadBytes = 80;

/** As much of a name as a payload holds. Never half a letter, nor a letter without its marks. */
export function cutName(name: string): Pick<SignedPayload, "name" | "isShortened"> {
  if (utf8(name).length <= maxNameBytes) return { name, isShortened: false };
  let kept = "";
  for (const { segment } of new Intl.Segmenter("id").segment(name)) {
    if (utf8(kept + segment).length > maxNameBytes) break;
    kept += segment;
  }
  return { name: kept.trimEnd(), isShortened: true };
}

/** @throws RangeError when an item is not as `SignedPayload` says */
export function encodePayload(payload: SignedPayload): Bytes {
  const { name, isShortened, nip, instansi, kind, tmt, serial, issued, expires, status } = payload;
  if (utf8(name).length > maxNameBytes) throw new RangeError("The name is too long.");
  return encodeCbor([
    name,
    isShortened,
    BigInt(nip),
    below(2 ** 16, instansi),
    kinds[kind],
    dayNumber(tmt),
    serialNumber(serial),
    dayNumber(issued),
    dayNumber(expires),
    below(2 ** 32, status),
  ]);
}

/** @returns "damaged" unless the bytes are what `encodePayload` makes of a payload */
export function decodePayload(bytes: Uint8Array): SignedPayload | "damaged" {
  try {
    const decoded = decodedOnce(bytes);
    if ("refusal" in decoded) return "damaged";
    const payload = payloadIn(decoded.value);
    return sameBytes(encodePayload(payload), bytes) ? payload : "damaged";
  } catch {
    // Whatever stands in a code: the decoder and the checks of each item have many words for it.
    return "damaged";
  }
}

/** @throws RangeError when an item is missing or of another type; whether its value is right is seen when it is encoded again */
function payloadIn(items: unknown): SignedPayload {
  if (!Array.isArray(items)) throw new RangeError("It is no array.");
  const [name, isShortened, nipNumber, instansi, kindNumber, tmt, serial, issued, expires, status] =
    items;
  const nip = parseNip(String(nipNumber));
  const kind = kindOf(kindNumber);
  if (typeof name !== "string" || typeof isShortened !== "boolean" || !nip || !kind)
    throw new RangeError("An item is missing.");
  return {
    name,
    isShortened,
    nip,
    instansi: numberOf(instansi),
    kind,
    tmt: dayOf(numberOf(tmt)),
    serial: serialOf(numberOf(serial)),
    issued: dayOf(numberOf(issued)),
    expires: dayOf(numberOf(expires)),
    status: numberOf(status),
  };
}

function numberOf(item: unknown): number {
  if (typeof item !== "number") throw new RangeError("An item is no number.");
  return item;
}

function kindOf(number: unknown): EmployeeKind | undefined {
  const known = ["PNS", "PPPK", "PPPK-PW"] as const;
  return known.find((kind) => kinds[kind] === number);
}

/** A Nomor Seri as a number of 12 digits, four bytes less than its text: A is 1, B is 2. */
function serialNumber(serial: string): number {
  if (!/^[AB]\d{11}$/.test(serial)) throw new RangeError("That is no Nomor Seri.");
  return Number(serial.replace("A", "1").replace("B", "2"));
}

function serialOf(number: number): string {
  return String(number).replace(/^1/, "A").replace(/^2/, "B");
}

/** Days since 1 January 1970; earlier ones are negative. */
function dayNumber(day: string): number {
  const number = Date.parse(`${day}T00:00:00Z`) / dayMs;
  if (dayOf(number) !== day) throw new RangeError("That is no day.");
  return number;
}

function dayOf(number: number): string {
  return new Date(number * dayMs).toISOString().slice(0, 10);
}

function below(limit: number, value: number): number {
  if (!(Number.isInteger(value) && value >= 0 && value < limit))
    throw new RangeError(`A place is not below ${limit}.`);
  return value;
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
